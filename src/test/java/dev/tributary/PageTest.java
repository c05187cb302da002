package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the page in a real browser, in front of a {@link PageWorld}; whatever it shows, the browser has no complaint. */
abstract class PageTest extends FrontDoorTest {
    static final String HOUR = "?from=" + World.FROM + "&to=" + World.TO;

    BrowserContext context;
    Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    @BeforeEach
    void open() {
        context = opened(options());
        page = context.newPage();
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
            assertThat(complaints)
                    .filteredOn(text -> expected.stream()
                            .noneMatch(pattern -> pattern.matcher(text).find()))
                    .isEmpty();
        }
    }

    NewContextOptions options() {
        return new NewContextOptions().setViewportSize(1_280, 800);
    }

    /** Another visitor. */
    BrowserContext opened(NewContextOptions options) {
        BrowserContext opened = Chromium.browser().newContext(options);
        opened.setDefaultTimeout(15_000);
        opened.onConsoleMessage(message -> {
            // that an answer was no good is told below, with its address
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        opened.onWebError(error -> complaints.add("thrown: " + error.error()));
        opened.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (!asked.getScheme().matches("data|blob")
                    && asked.getPort() != URI.create(url).getPort()) {
                complaints.add("another host: " + asked);
            }
        });
        opened.onResponse(this::complainOf);
        return opened;
    }

    private void complainOf(Response response) {
        if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    /** The browser may complain of this. */
    void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    /** Until it has read what it reads by itself. */
    void visit(String query) {
        page.navigate(url + query);
        waitUntilRead();
    }

    void waitUntilRead() {
        assertThat(summary()).not().containsText(Pattern.compile("reading"));
    }

    Locator summary() {
        return page.locator("#truth .summary");
    }

    Locator missing() {
        return page.locator("#truth .missing");
    }

    Locator grid() {
        return page.getByRole(AriaRole.GRID);
    }

    Locator rows() {
        return page.locator(".row");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the page says it has read. */
    int count() {
        return Integer.parseInt(page.locator("#truth .summary b").textContent().replace(",", ""));
    }

    /** The ids of the rows in sight, from above. */
    @SuppressWarnings("unchecked")
    List<String> ids() {
        return (List<String>) rows().evaluateAll("all => all.map(row => row.dataset.id).filter(Boolean)");
    }

    /** A parameter of the page's address. */
    String inAddress(String name) {
        return (String) page.evaluate("name => new URLSearchParams(location.search).get(name)", name);
    }
}
