package dev.tributary.http;

import static dev.tributary.http.Requests.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.SampleEvents;
import dev.tributary.source.FailureType;
import dev.tributary.source.Hints;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors of walks over two hundred sources that all leave as many hints as they may. */
class LongCursorTest {

    private static final EventsRequest REQUEST = accepted("q=" + "x".repeat(100));
    private static final Event LAST = SampleEvents.registryAudit();

    @ParameterizedTest(name = "{0} failed")
    @ValueSource(ints = {0, 1, 50, 150})
    void hintsAreLeftOutUntilTheAddressFits(int failed) {
        Walk walk = walk(failed);
        String link = REQUEST.frozen().link(walk);
        assertThat(link).hasSizeLessThanOrEqualTo(Frozen.LONGEST_LINK);

        Walk next = accepted(link.substring(link.indexOf("cursor="))).query().walk();
        assertThat(next.hints()).isNotEmpty();
        assertThat(walk.hints()).containsAllEntriesOf(next.hints());
        assertThat(withoutHints(next)).isEqualTo(withoutHints(walk));
    }

    private static Walk walk(int failed) {
        List<String> names =
                IntStream.range(0, 200).mapToObj("registry-%03d"::formatted).toList();
        Random random = new Random(failed);
        List<Departure> departed =
                names.stream().limit(failed).map(LongCursorTest::departure).toList();
        Map<String, Hints> hints = names.stream().collect(Collectors.toMap(name -> name, name -> hints(random)));
        return new Walk(
                new Position.After(LAST.key()),
                names.subList(failed, 200),
                List.of(),
                departed,
                true,
                LAST.time(),
                hints);
    }

    private static Departure departure(String source) {
        return new Departure(source, new Position.At(LAST.time()), FailureType.TIMEOUT);
    }

    private static Hints hints(Random random) {
        return new Hints(
                Stream.generate(random::nextLong).limit(Walk.MOST_HINTS).toList());
    }

    private static Walk withoutHints(Walk walk) {
        return new Walk(
                walk.position(),
                walk.sources(),
                walk.finished(),
                walk.departed(),
                walk.hadGap(),
                walk.settledTo(),
                Map.of());
    }
}
