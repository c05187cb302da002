package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.format.CsvPage;
import dev.tributary.format.JsonAnswer;
import dev.tributary.format.Links;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of events as its client gets it. */
record PageResponse(EventsRequest request, Answer answer, Links links) implements Streamed {

    static Response of(EventsRequest request, Answer answer) {
        return new PageResponse(request, answer, request.links(answer)).response();
    }

    private Response response() {
        Response.ResponseBuilder response =
                request.format().response(this).header("Tributary-Complete", answer.complete());
        if (request.format() == Format.CSV) {
            response.header("Tributary-Gaps", gaps()); // which has no other place for them
        }
        link(response, "next", links.next());
        link(response, "follow", links.follow());
        return response.build();
    }

    private static void link(Response.ResponseBuilder response, String relation, @Nullable String address) {
        if (address != null) {
            response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"" + relation + "\"");
        }
    }

    @Override
    public Uni<Void> to(Outlet outlet) {
        Pieces pieces = new Pieces();
        return pieces.send(text(pieces), outlet);
    }

    private Stream<Runnable> text(OutputStream out) {
        return request.format() == Format.CSV
                ? CsvPage.of(answer.events(), out, request.raw())
                : new JsonAnswer(answer, links).page(out, request.raw());
    }

    private long gaps() {
        return answer.sources().stream()
                .mapToLong(source -> source.gaps().size())
                .sum();
    }
}
