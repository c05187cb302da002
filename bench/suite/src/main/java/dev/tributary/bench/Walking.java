package dev.tributary.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;

/** Page 1,000 of a walk and page 2, each asked for again and again, past what was read before. */
final class Walking implements Part {
    private static final String ANEW = "Cache-Control: no-cache";
    private static final int PAGES = 1_000;

    @Override
    public List<Figure> measure(Stage stage) {
        try (Service service = Service.over(stage.port(Stage.NO_DELAY), List.of(Worlds.LARGE))) {
            URI uri = service.uri();
            String second = next(stage, uri, Worlds.LARGE.path());
            String thousandth = second;
            for (int page = 2; page < PAGES; page++) {
                thousandth = next(stage, uri, thousandth);
            }
            List.of(second, thousandth).forEach(page -> warmUp(uri, page));
            return rounds(Load.of(uri, 1, second, ANEW), Load.of(uri, 1, thousandth, ANEW));
        }
    }

    private static void warmUp(URI server, String page) {
        Load.of(server, Stage.CONNECTIONS, page, ANEW).warmUp(Stage.WARM_UP_ANSWERS / 2);
    }

    private static String next(Stage stage, URI server, String path) {
        try {
            return new ObjectMapper()
                    .readTree(stage.get(server + path))
                    .path("next")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Figure> rounds(Load early, Load late) {
        Series of2 = new Series();
        Series of1000 = new Series();
        for (int run = 0; run < Stage.RUNS; run++) {
            of2.add(early.full(Stage.TIME).p50());
            of1000.add(late.full(Stage.TIME).p50());
        }
        String one = "one request at a time, no cache, upstream without delay";
        return List.of(
                Figure.atMost(1.2, "page 1,000 of a walk ÷ page 2: p50", of1000.dividedBy(of2), "", one),
                Figure.told("page 2 of a walk, p50", of2, "ms", one),
                Figure.told("page 1,000 of a walk, p50", of1000, "ms", one));
    }
}
