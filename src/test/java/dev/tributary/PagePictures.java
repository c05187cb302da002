package dev.tributary;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.life.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Pictures of the page for people. That of the README: {@code ./mvnw test -Dtest=PagePictures#gap -Dpictures=docs}.
 */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PagePictures extends PageTest {

    @Test
    void light() {
        picture("light", ColorScheme.LIGHT, 1_360, false);
    }

    @Test
    void dark() {
        picture("dark", ColorScheme.DARK, 1_360, false);
    }

    @Test
    void gap() {
        simulator.fault(World.database(), Calls.all(), Fault.status(403, "DBS.200001"));
        picture("gap", ColorScheme.LIGHT, 1_360, true);
    }

    @Test
    void narrow() {
        picture("narrow", ColorScheme.LIGHT, 420, false);
    }

    @Test
    void help() {
        picture("help", ColorScheme.DARK, 1_360, false);
        page.keyboard().press("?");
        save("help");
    }

    @Test
    void drawer() {
        picture("drawer", ColorScheme.LIGHT, 420, false);
        button("Filters").click();
        page.locator("#facets").waitFor();
        save("drawer");
    }

    /** Cut in the middle, a source failing from there on. */
    @Test
    void part() {
        context.route(Pattern.compile("format=ndjson"), route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().substring(0, answer.text().length() / 2)));
        });
        simulator.fault(World.cluster(), Calls.from(2), Fault.status(403, "HSS.1"));
        Platform.populations(1).forEach(simulator::plays);
        visit("?from=now-2d&to=now");
        button("Export").click();
        save("part");
    }

    private void picture(String name, ColorScheme scheme, int width, boolean withEvent) {
        Platform.populations(1).forEach(simulator::plays);
        page = opened(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 820))
                .newPage();
        visit("?from=now-6h&to=now");
        if (withEvent) {
            rows().nth(4).click();
            page.locator(".raw").getByText("\"").first().waitFor();
        }
        save(name);
    }

    private void save(String name) {
        Path file = Path.of(System.getProperty("pictures", "target"), "page-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
