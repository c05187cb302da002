package dev.tributary.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Makes a client of the store as it is configured, with the password that stands in its file just now. */
record Opening(SharedConfig config, URI url, Vertx vertx, TlsConfigurationRegistry trust) implements Callable<Redis> {
    private static final String TRUST = "shared";

    @Override
    public Redis call() throws IOException {
        RedisOptions options = new RedisOptions()
                .setConnectionString(url.toString())
                .setMaxPoolSize(1)
                .setNetClientOptions(net());
        if (config.passwordFile().isPresent()) {
            options.setPassword(Files.readString(Path.of(config.passwordFile().get()), UTF_8)
                    .strip());
        }
        return Redis.createClient(vertx, options);
    }

    private NetClientOptions net() {
        NetClientOptions net = new NetClientOptions().setTcpKeepAlive(true);
        if ("rediss".equals(url.getScheme())) {
            net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
            trust.get(TRUST).ifPresent(tls -> TlsConfigUtils.configure(net, tls));
        }
        return net;
    }
}
