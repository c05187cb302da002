package dev.tributary.bench;

import java.net.URI;
import java.util.List;

/** Halves what may be until it knows with how little heap a page and a large export still come whole. */
final class SmallestHeap {
    private static final int ENOUGH = 64;
    private static final int TOO_LITTLE = 8;
    private static final int STEP = 2;

    private final Stage stage;

    SmallestHeap(Stage stage) {
        this.stage = stage;
    }

    Series megabytes() {
        int least = ENOUGH;
        for (int tooLittle = TOO_LITTLE; least - tooLittle > STEP; ) {
            int tried = tooLittle + (least - tooLittle) / STEP / 2 * STEP;
            if (works(tried)) {
                least = tried;
            } else {
                tooLittle = tried;
            }
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
