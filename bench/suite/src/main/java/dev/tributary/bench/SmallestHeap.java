package dev.tributary.bench;

import java.net.URI;
import java.util.List;

/** Tries with less and less heap whether a page and a large export still come whole. */
final class SmallestHeap {
    private static final int MOST = 64;
    private static final int STEP = 2;

    private final Stage stage;

    SmallestHeap(Stage stage) {
        this.stage = stage;
    }

    Series megabytes() {
        int least = MOST;
        while (works(least - STEP)) {
            least -= STEP;
        }
        return Series.of(least);
    }

    private boolean works(int megabytes) {
        try (Service service = Service.over(
                stage.port(Stage.NO_DELAY),
                List.of(Worlds.LARGE),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError")) {
            URI uri = service.uri();
            stage.get(uri + Worlds.LARGE.path());
            ExportRun.of(uri, Worlds.LARGE);
            return true;
        } catch (RuntimeException e) {
            System.err.println("not with " + megabytes + " MB: " + e.getMessage());
            return false;
        }
    }
}
