package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the page comes into a browser. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageLoadsTest extends PageTest {
    private static final Path FILES = Path.of("src", "main", "resources", "META-INF", "resources");

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
    }

    /** What the browser refused, threw or asked elsewhere, every test of the page looks at. */
    @Test
    void itShowsTheEventsOfTheWindowUnderAStrictPolicy() {
        visit(HOUR);

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(summary()).containsText("4 of 4 sources complete");
        assertThat(rows().first()).containsText("2026-01-10 10:59:50.000");
        assertThat(api.text("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "script-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void itsOwnFilesAreAskedForAgainEachTimeAndItsLibraryIsKept() throws Exception {
        for (String file : List.of("/", "/index.html", "/page/main.js", "/page/page.css")) {
            HttpResponse<byte[]> answer = Http.get(url, file, Map.of());
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control")).as(file).containsExactly("no-cache");
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(Http.get(url, file, Map.of("If-None-Match", tag)).statusCode())
                    .as(file)
                    .isEqualTo(304);
        }
        assertThat(api.text("/_static/lit-html/3.3.3/lit-html.js").headers().allValues("Cache-Control"))
                .first()
                .asString()
                .contains("immutable");
    }

    /** Small enough to be read: every line counts, also blank ones and comments. */
    @Test
    void itIsAtMost1500LinesOfOurOwn() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            long lines = files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                    .flatMap(PageLoadsTest::lines)
                    .count();
            assertThat(lines).isBetween(500L, 1_500L);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
