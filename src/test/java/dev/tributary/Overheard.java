package dev.tributary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a service said: its answers, status lines and headers included, and in the end its log and its traces. */
final class Overheard {
    private static final Duration NO_ANSWER_IS_ONE = Duration.ofSeconds(1);
    private static final String LOG = "the log";
    private static final String TRACES = "the traces";

    private final List<Said> said = new ArrayList<>();

    /** @param asked what it was said to */
    private record Said(String asked, String text) {}

    void ask(String url, String target) {
        said.add(new Said(target, RawHttp.get(url, target).text()));
    }

    /** With a request that may never be whole. */
    void provoke(String url, String request) {
        said.add(new Said(request, RawHttp.send(url, request, NO_ANSWER_IS_ONE).text()));
    }

    void log(String text) {
        said.add(new Said(LOG, text));
    }

    void traces(String text) {
        said.add(new Said(TRACES, text));
    }

    String traces() {
        return said.stream()
                .filter(each -> each.asked.equals(TRACES))
                .map(Said::text)
                .collect(Collectors.joining());
    }

    List<String> answers() {
        return said.stream()
                .filter(each -> !each.asked.equals(LOG) && !each.asked.equals(TRACES))
                .map(Said::text)
                .toList();
    }

    /** To which questions something was said that is such. */
    List<String> where(Predicate<String> such) {
        return said.stream()
                .filter(each -> such.test(each.text))
                .map(Said::asked)
                .toList();
    }

    List<String> where(String text) {
        return where(said -> said.contains(text));
    }

    Stream<String> logged() {
        return said.stream().filter(each -> each.asked.equals(LOG)).flatMap(log -> log.text.lines());
    }
}
