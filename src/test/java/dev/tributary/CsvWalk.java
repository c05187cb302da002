package dev.tributary;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A walk from CSV page to CSV page. */
final class CsvWalk {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private CsvWalk() {}

    static List<String> ids(String url, String path) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (String next = path; next != null; ) {
            HttpResponse<byte[]> page = Http.get(url, next, Map.of());
            if (page.statusCode() != 200) {
                throw new AssertionError(new String(page.body(), StandardCharsets.UTF_8));
            }
            Csv.read(new String(page.body(), StandardCharsets.UTF_8)).forEach(event -> ids.add(event.get("id")));
            next = next(page);
        }
        return ids;
    }

    /** The address of the next page; null on the last one. */
    static String next(HttpResponse<byte[]> page) {
        return page.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst()
                .orElse(null);
    }
}
