package dev.tributary;

import com.microsoft.playwright.CDPSession;
import dev.tributary.simulator.population.Population;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What 100,000 events cost the browser, to be read: {@code ./mvnw test -Dtest=PageFigures}. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageFigures extends PageTest {
    private static final int EVENTS = 100_000;

    @Test
    void aHundredThousandEvents() {
        PageWorld.isQuiet(simulator);
        simulator.plays(
                World.images(), Population.computed(EVENTS, i -> PageWorld.imageLog(World.FROM.plusMillis(36 * i), i)));
        page.setDefaultTimeout(300_000);
        long begun = System.nanoTime();
        page.navigate(url + HOUR);
        rows().nth(10).waitFor();
        tell("first rows", begun);
        summary().getByText("there is more to read").waitFor();
        tell("50,000 events", begun);
        long further = System.nanoTime();
        button("Read further").first().click();
        summary().getByText("reading").waitFor();
        summary()
                .getByText(Pattern.compile("^(there is more|all of the window)"))
                .waitFor();
        tell("50,000 more", further);

        Object frame = page.evaluate("""
                () => new Promise(done => {
                  const grid = document.querySelector('[role=grid]');
                  const frames = [];
                  let last = performance.now(), left = 300;
                  const step = (now) => {
                    frames.push(now - last);
                    last = now;
                    grid.scrollTop += left % 30 ? 180 : 300_000;
                    left-- ? requestAnimationFrame(step) : done(frames.sort((a, b) => a - b).filter((_, i) => [150, 285, 300].includes(i)).map(Math.round));
                  };
                  requestAnimationFrame(step);
                })""");
        CDPSession session = context.newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        Object heap = page.evaluate("() => Math.round(performance.memory.usedJSHeapSize / 1e6)");
        System.out.printf(
                Locale.ROOT,
                "FIGURE frames while scrolling, median, 95 %%, longest: %s ms%nFIGURE heap: %s MB%n",
                frame,
                heap);
    }

    private static void tell(String what, long begun) {
        System.out.printf(Locale.ROOT, "FIGURE %s: %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }
}
