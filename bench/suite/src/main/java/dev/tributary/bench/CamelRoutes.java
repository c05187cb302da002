package dev.tributary.bench;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** What an integration engineer would write: a multicast to the four APIs, aggregated, sorted, answered as JSON. */
final class CamelRoutes extends RouteBuilder {
    /** What it says when it can be asked. */
    static final String UP = "camel is up";

    private final String upstream;
    private final List<String> calls;

    private CamelRoutes(String upstream, List<String> calls) {
        this.upstream = upstream;
        this.calls = calls;
    }

    /** @param args the upstream's port, the port to listen on, and the calls */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        Main main = new Main();
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", words.get(1));
        main.configure()
                .addRoutesBuilder(new CamelRoutes("http://127.0.0.1:" + words.get(0), words.subList(2, words.size())));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                System.out.println(UP);
            }
        });
        main.run();
    }

    @Override
    public void configure() {
        String[] each =
                calls.stream().map(call -> "direct:" + calls.indexOf(call)).toArray(String[]::new);
        from("platform-http:/events")
                .removeHeaders("*")
                .multicast(new Together())
                .parallelProcessing()
                .to(each)
                .end()
                .process(CamelRoutes::sort)
                .marshal()
                .json();
        calls.forEach(call -> from("direct:" + calls.indexOf(call))
                .setHeader(Exchange.HTTP_QUERY, constant(query(call)))
                .to("vertx-http:" + upstream + call.substring(0, call.indexOf('?')))
                .unmarshal()
                .json(Map.class)
                .process(CamelRoutes::unify));
    }

    /** The component encodes what it is given, but for a plus, which it takes for a space. */
    private static String query(String call) {
        String encoded = call.substring(call.indexOf('?') + 1).replace("%2B0000", "-0000");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** The rows as events that have a time, whatever their API calls it. */
    private static void unify(Exchange exchange) {
        Map<String, Object> page = exchange.getMessage().getBody(Map.class);
        List<Map<String, Object>> events = new ArrayList<>();
        for (Object member : page.values()) {
            if (member instanceof List<?> rows) {
                rows.forEach(row -> events.add(event((Map<?, ?>) row)));
            }
        }
        exchange.getMessage().setBody(events);
    }

    private static Map<String, Object> event(Map<?, ?> row) {
        Map<String, Object> event = new HashMap<>();
        row.forEach((name, value) -> event.put((String) name, value));
        event.put("time", time(row));
        return event;
    }

    private static String time(Map<?, ?> row) {
        return row.get("time") instanceof Number millis
                ? java.time.Instant.ofEpochMilli(millis.longValue()).toString()
                : String.valueOf(row.containsKey("op_time") ? row.get("op_time") : row.get("end_time"));
    }

    private static void sort(Exchange exchange) {
        List<Map<String, Object>> events = exchange.getMessage().getBody(List.class);
        events.sort(Comparator.comparing((Map<String, Object> event) -> (String) event.get("time"))
                .reversed());
        exchange.getMessage().removeHeaders("*");
    }

    private static final class Together implements AggregationStrategy {
        @Override
        public Exchange aggregate(Exchange all, Exchange one) {
            if (all == null) {
                return one;
            }
            List<Object> events = all.getMessage().getBody(List.class);
            events.addAll(one.getMessage().getBody(List.class));
            return all;
        }
    }
}
