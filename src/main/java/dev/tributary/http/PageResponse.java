package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.QueryResult;
import dev.tributary.format.CsvPage;
import dev.tributary.format.JsonAnswer;
import dev.tributary.format.Links;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of events on its way to its client. What it holds of memory is held until the client has it. */
final class PageResponse {

    private final EventsRequest request;
    private final CompletableFuture<Response> response = new CompletableFuture<>();

    private PageResponse(EventsRequest request) {
        this.request = request;
    }

    /** The page is begun with the subscription, and given up when its client has gone. */
    static Uni<Response> of(EventsRequest request, NotedFanout fanout) {
        return Uni.createFrom().deferred(() -> new PageResponse(request).begin(fanout));
    }

    private Uni<Response> begin(NotedFanout fanout) {
        Cancellable page = fanout.answer(request.query(), this::deliver)
                .subscribe()
                .with(delivered -> {}, response::completeExceptionally);
        return Uni.createFrom().completionStage(response).onCancellation().invoke(page::cancel);
    }

    private Uni<Void> deliver(QueryResult result) {
        if (result instanceof Answer answer) {
            Body body = new Body(request, answer, request.links(answer), new CompletableFuture<>());
            response.complete(body.response());
            return Uni.createFrom().completionStage(body.sent);
        }
        response.complete(NoAnswer.response(request, result));
        return Uni.createFrom().voidItem();
    }

    /** @param sent completed when nobody needs the page any more */
    private record Body(EventsRequest request, Answer answer, Links links, CompletableFuture<Void> sent)
            implements Streamed {

        Response response() {
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
            return pieces.send(text(pieces), outlet).onTermination().invoke(this::unwanted);
        }

        @Override
        public void unwanted() {
            sent.complete(null);
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
}
