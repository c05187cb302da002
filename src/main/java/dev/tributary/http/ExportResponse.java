package dev.tributary.http;

import dev.tributary.event.Event;
import dev.tributary.fanout.Answer;
import dev.tributary.fanout.EventSink;
import dev.tributary.fanout.QueryResult;
import dev.tributary.format.JsonAnswer;
import dev.tributary.format.JsonLines;
import dev.tributary.format.Links;
import dev.tributary.source.Scan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * An export as its client gets it. Its status is decided when the export has something to hand over, or has ended;
 * from then on the client's connection sets the pace.
 */
final class ExportResponse implements EventSink, Streamed {

    private final EventsRequest request;
    private final Stopping stopping;
    private final Pieces pieces = new Pieces();
    private final JsonLines lines;
    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private final CompletableFuture<Outlet> client = new CompletableFuture<>();
    private final CompletableFuture<QueryResult> result = new CompletableFuture<>();
    private Cancellable export = () -> {};

    private ExportResponse(EventsRequest request, Stopping stopping) {
        this.request = request;
        this.stopping = stopping;
        this.lines = new JsonLines(pieces, request.raw());
    }

    /** The export begins with the subscription, and ends at the latest when its client has gone. */
    static Uni<Response> of(EventsRequest request, NotedFanout fanout, Stopping stopping) {
        return Uni.createFrom().deferred(() -> new ExportResponse(request, stopping).begin(fanout));
    }

    private Uni<Response> begin(NotedFanout fanout) {
        export = fanout.export(request.query(), this)
                .invoke(this::end)
                .subscribe()
                .with(ended -> {}, this::fail);
        return Uni.createFrom().completionStage(response).onCancellation().invoke(this::unwanted);
    }

    /** Of no effect on the response once something has been handed over. */
    private void end(QueryResult outcome) {
        response.complete(outcome instanceof Answer ? stream() : NoAnswer.response(request, outcome));
        result.complete(outcome);
    }

    private void fail(Throwable failure) {
        response.completeExceptionally(failure);
        result.completeExceptionally(failure);
    }

    private Response stream() {
        return request.format().response(this).build();
    }

    @Override
    public Uni<Void> events(List<Event> events) {
        return send(lines.events(events));
    }

    @Override
    public Uni<Void> progress(Answer step) {
        Links links = request.links(step);
        return send(Stream.of(() -> lines.progress(step, canBeContinued() ? links : links.withoutNext())))
                .chain(() -> isInAHurry() ? cut() : Uni.createFrom().voidItem());
    }

    /** When the process stops: with a line to go on from, and while there is time to send one. */
    @Override
    public boolean isInAHurry() {
        return stopping.endsExports() && canBeContinued();
    }

    /** A scan is read from its beginning or not at all. */
    private boolean canBeContinued() {
        return request.query().scan() != Scan.FULL;
    }

    private static Uni<Void> cut() {
        return Uni.createFrom().failure(new BrokenOff("the process stops"));
    }

    private Uni<Void> send(Stream<Runnable> writing) {
        response.complete(stream());
        return Uni.createFrom().completionStage(client::copy).chain(outlet -> pieces.send(writing, outlet));
    }

    @Override
    public Uni<Void> to(Outlet outlet) {
        client.complete(outlet);
        return Uni.createFrom()
                .completionStage(result::copy)
                .chain(this::summary)
                .onCancellation()
                .invoke(this::unwanted);
    }

    private Uni<Void> summary(QueryResult outcome) {
        return outcome instanceof Answer answer
                ? send(Stream.of(() -> lines.summary(new JsonAnswer(answer, request.links(answer)))))
                : Uni.createFrom().failure(new BrokenOff("the export was refused on its way"));
    }

    @Override
    public void unwanted() {
        export.cancel();
    }
}
