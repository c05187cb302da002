package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, one for all tests of this JVM, which takes it along when it ends. */
final class Chromium {
    private static final Optional<Path> PLACE = Stream.of(
                    System.getProperty("chromium", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser")
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private Chromium() {}

    /** Begun when it is first asked for. */
    private static final class Started {
        static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PLACE.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--enable-precise-memory-info")));
    }

    /** Skips the test where there is none, aloud; in continuous integration it fails. */
    static Browser browser() {
        boolean isContinuousIntegration = "true".equals(System.getenv("CI"));
        if (PLACE.isEmpty() && !isContinuousIntegration) {
            System.err.println(
                    "THE PAGE IS NOT TESTED: no Chromium here (apt-get install chromium, or -Dchromium=<path>)");
        }
        assumeTrue(PLACE.isPresent() || isContinuousIntegration, "no Chromium");
        assertThat(PLACE).as("a Chromium").isPresent();
        return Started.BROWSER;
    }
}
