package dev.tributary.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers with what stands in a file, read once. */
@Path("/events")
public class Bytes {

    private final byte[] bytes;

    Bytes(@ConfigProperty(name = "bytes") java.nio.file.Path file) throws IOException {
        bytes = Files.readAllBytes(file);
    }

    @GET
    public Response events() {
        return Response.ok(bytes, "application/json").build();
    }
}
