package dev.tributary.bench;

import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** All pages of a world, read by offset: source by source beside each other, and of each some pages at a time. */
final class Pages {
    private final Floor floor;
    private final World world;

    Pages(Floor floor, World world) {
        this.floor = floor;
        this.world = world;
    }

    /**
     * Reads them.
     *
     * @param atATime of one source; 1 is one after the other
     * @return how many
     */
    long read(int atATime) {
        List<Deque<String>> sources = List.of(images(), cluster(), registry(), files());
        List<Future<Long>> running = new ArrayList<>();
        for (Deque<String> pages : sources) {
            for (int i = 0; i < atATime; i++) {
                running.add(floor.onALoop(() -> drain(pages, 0)));
            }
        }
        return running.stream().mapToLong(Waiting::on).sum();
    }

    private Future<Long> drain(Deque<String> pages, long done) {
        String next = pages.poll();
        return next == null ? Future.succeededFuture(done) : floor.tokens(next).compose(page -> drain(pages, done + 1));
    }

    private Deque<String> images() {
        return pages("/v5/" + world.project() + "/container/image/events?" + span(), 200, world.images());
    }

    private Deque<String> cluster() {
        String path = "/v5/" + world.project() + "/container/kubernetes/cluster/events?cluster_id=";
        return pages(path + Platform.CLUSTER + "&" + span(), 200, world.cluster());
    }

    private Deque<String> registry() {
        Deque<String> all = new ConcurrentLinkedDeque<>();
        for (Operation operation : Operation.values()) {
            String list = "/v2/" + world.project() + "/instances/" + Platform.REGISTRY + "/audit-logs?operation=";
            all.addAll(pages(list + operation.wire(), 100, world.registry()));
        }
        return all;
    }

    private Deque<String> files() {
        String path = "/v3/" + world.project() + "/instances/" + Platform.DATABASE + "/audit-logs?start_time=";
        String span = seconds(world.from()) + "&end_time=" + seconds(world.to());
        return pages(path + span, 100, world.files());
    }

    private String span() {
        return "start_time=" + world.from().toEpochMilli() + "&end_time="
                + world.to().toEpochMilli();
    }

    private static String seconds(Instant time) {
        return time.toString().replace("Z", "%2B0000");
    }

    private static Deque<String> pages(String list, int limit, int rows) {
        Deque<String> pages = new ConcurrentLinkedDeque<>();
        for (int offset = 0; offset < rows; offset += limit) {
            pages.add(list + "&limit=" + limit + "&offset=" + offset);
        }
        return pages;
    }
}
