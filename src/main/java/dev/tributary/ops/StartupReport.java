package dev.tributary.ops;

import dev.tributary.upstream.Configuration;
import dev.tributary.upstream.ResolvedSource;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says once, when requests can come, what is read and one URL to try. */
@Singleton
final class StartupReport {
    private static final Logger LOG = Logger.getLogger(StartupReport.class);
    private final Configuration configuration;
    private final Config properties;

    StartupReport(Configuration configuration, Config properties) {
        this.configuration = configuration;
        this.properties = properties;
    }

    void http(@ObservesAsync HttpServerStart start) {
        report("http", port(start.options(), "quarkus.http.port"));
    }

    void https(@ObservesAsync HttpsServerStart start) {
        report("https", port(start.options(), "quarkus.http.ssl-port"));
    }

    // The options of a server on any free port do not tell which it got; Quarkus puts that into its own property.
    private int port(HttpServerOptions server, String property) {
        return server.getPort() > 0 ? server.getPort() : properties.getValue(property, Integer.class);
    }

    private void report(String scheme, int port) {
        if (configuration instanceof Configuration.Resolved resolved) {
            String sources =
                    resolved.sources().stream().map(StartupReport::described).collect(Collectors.joining(", "));
            LOG.infof("Reading %s. Try %s://localhost:%d/events", sources, scheme, port);
        }
    }

    private static String described(ResolvedSource source) {
        return source.id().name() + " (" + source.id().kind().text() + " at "
                + source.endpoint().getAuthority() + ")";
    }
}
