package dev.tributary.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** How long the jar takes to answer, what it takes of memory, and how little heap will do. */
final class Memory implements Part {
    private static final String HEAP = "-Xmx96m";
    /** Else a collection leaves up to a twentieth of the old generation as it is, and the dead there are counted too. */
    private static final String WHOLLY = "-XX:MarkSweepAlwaysCompactCount=1";

    private static final int LOOKS = 10;
    private static final int REQUESTS = 10_000;

    private final Series start = new Series();
    private final Series idle = new Series();
    private final Series afterRequests = new Series();
    private final Series afterExport = new Series();
    private final Series heapOfLarge = new Series();
    private final Series heapOfSmall = new Series();

    @Override
    public List<Figure> measure(Stage stage) {
        for (int run = 0; run < Stage.RUNS; run++) {
            life(stage);
            heapOfLarge.add(mostLiveHeap(stage, Worlds.LARGE));
            heapOfSmall.add(mostLiveHeap(stage, Worlds.SMALL));
        }
        String given = "with `" + HEAP + "`";
        String live = "counted after a collection at ten places of the export; " + given;
        return List.of(
                Figure.atMost(
                        1.1,
                        "peak heap in an export of %,d events ÷ of a tenth".formatted(Worlds.LARGE.events()),
                        heapOfLarge.dividedBy(heapOfSmall),
                        "",
                        live),
                Figure.atMost(
                        32,
                        "smallest `-Xmx` at which `/events` and that export still work",
                        new SmallestHeap(stage).megabytes(),
                        "MB",
                        "each size that was tried, was tried once"),
                Figure.told("start of the packaged jar to its first answer", start, "s", given),
                Figure.told("resident memory, idle after the first answer", idle, "MB", given),
                Figure.told(
                        "… after %,d requests".formatted(REQUESTS),
                        afterRequests,
                        "MB",
                        "warm `/events?limit=100`, 8 connections"),
                Figure.told(
                        "… at most, after an export of %,d events".formatted(Worlds.LARGE.events()),
                        afterExport,
                        "MB",
                        given),
                Figure.told("peak live heap in that export", heapOfLarge, "MB", live));
    }

    private void life(Stage stage) {
        long begun = System.nanoTime();
        try (Service service = Service.over(stage.port(Stage.NO_DELAY), List.of(Worlds.LARGE), HEAP)) {
            URI uri = service.uri();
            String path = Worlds.LARGE.path() + "&limit=100";
            stage.get(uri + path);
            start.add((System.nanoTime() - begun) / 1e9);
            idle.add(service.process().memory("VmRSS") / 1_024);
            Load load = Load.of(uri, Stage.CONNECTIONS, path);
            for (long answers = 0; answers < REQUESTS; ) {
                answers += load.full(Stage.TIME.dividedBy(5)).answers();
            }
            afterRequests.add(service.process().memory("VmRSS") / 1_024);
            ExportRun.of(uri, Worlds.LARGE);
            afterExport.add(service.process().memory("VmHWM") / 1_024);
        }
    }

    /** In megabytes. */
    private static double mostLiveHeap(Stage stage, World world) {
        try (Service service = Service.over(stage.port(Stage.NO_DELAY), List.of(world), HEAP, WHOLLY)) {
            List<Double> looks = new ArrayList<>();
            LongConsumer look = lines -> {
                if (lines >= (looks.size() + 1L) * world.events() / LOOKS) {
                    looks.add(service.process().liveHeap());
                }
            };
            ExportRun.of(service.uri(), world, look);
            return looks.stream().mapToDouble(megabytes -> megabytes).max().orElseThrow();
        }
    }
}
