package dev.tributary.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Lets the framework wait, without a thread, while an answer goes to its client. */
@Provider
public class StreamedWriter implements ServerMessageBodyWriter<Streamed> {

    private final WritingConfig config;

    StreamedWriter(WritingConfig config) {
        this.config = config;
    }

    @Override
    public void writeResponse(Streamed body, Type type, ServerRequestContext context) {
        new Transfer(body, (ResteasyReactiveRequestContext) context, config.writeTimeout()).begin();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, @Nullable ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Streamed.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Streamed.class.isAssignableFrom(type);
    }

    /** The half of the interface that waits: Quarkus REST calls {@link #writeResponse} of those who have it. */
    @Override
    public void writeTo(
            Streamed body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("An answer is written by writeResponse, and no thread waits for it");
    }
}
