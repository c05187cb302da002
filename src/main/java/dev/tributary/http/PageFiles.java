package dev.tributary.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the page at {@code /}, which Quarkus serves from the class path: what browsers may do with them, and that
 * there are none where the page is switched off.
 */
@Singleton
class PageFiles {

    /** Also after the headers of every answer, one of which it replaces. */
    private static final int AFTER_MALFORMED_ADDRESSES = MalformedAddresses.AFTER_LONG_ADDRESSES - 1;

    private static final String LIBRARIES = "/_static/"; // their addresses hold their versions

    /** Its own scripts and styles, its own origin to ask, and no text that becomes markup but through lit-html. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    private final boolean isServed;
    private final boolean isInTheMaking;
    private final Map<String, FileTag> tags =
            new ConcurrentHashMap<>(); // by path, of files that exist: others are endless

    PageFiles(PageConfig config, LaunchMode mode) {
        this.isServed = config.pageEnabled();
        this.isInTheMaking = mode == LaunchMode.DEVELOPMENT;
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, AFTER_MALFORMED_ADDRESSES);
    }

    /** @param path normalised */
    static boolean holds(String path) {
        return isOwn(path) || path.startsWith(LIBRARIES);
    }

    private static boolean isOwn(String path) {
        return path.equals("/") || path.equals("/index.html") || path.startsWith("/page/");
    }

    private void prepare(RoutingContext context) {
        String path = context.normalizedPath();
        if (!holds(path)) {
            context.next();
        } else if (isServed) {
            context.response().headers().set("Content-Security-Policy", POLICY);
            serve(context, isOwn(path) ? tag(path) : Optional.empty());
        } else {
            Problem.of(ProblemType.NOT_FOUND).end(context.response());
        }
    }

    /** Reads each file once, but while people change it. */
    private Optional<FileTag> tag(String path) {
        if (isInTheMaking) {
            return FileTag.of(path);
        }
        Optional<FileTag> tag = Optional.ofNullable(tags.get(path)).or(() -> FileTag.of(path));
        tag.ifPresent(it -> tags.put(path, it));
        return tag;
    }

    /** Without a version in its address, a file has to be asked for again each time; it is sent when it has changed. */
    private static void serve(RoutingContext context, Optional<FileTag> tag) {
        HttpServerResponse response = context.response();
        if (tag.filter(it -> it.isIn(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH)))
                .isPresent()) {
            response.setStatusCode(304);
            put(response, tag.get());
            response.end();
            return;
        }
        // Last, as Quarkus lets browsers keep every file for a day.
        tag.ifPresent(it -> context.addHeadersEndHandler(end -> put(response, it)));
        context.next();
    }

    private static void put(HttpServerResponse response, FileTag tag) {
        if (response.getStatusCode() < 400) {
            response.putHeader(HttpHeaders.ETAG, tag.text()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }
}
