package dev.tributary.format;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;

/** What steps of writing come to. */
final class Written {
    private Written() {}

    static String of(Function<OutputStream, Stream<Runnable>> steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        steps.apply(bytes).forEach(Runnable::run);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
