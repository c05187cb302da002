package dev.tributary.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected ids were computed by an independent program from the layout described at {@link EventId}. */
class EventIdTest {
    private static final Scope SCOPE = new Scope("any", "p", null, null);

    @Test
    void isTheHashOfLengthPrefixedTexts() {
        assertThat(EventId.of(Kind.IMAGE_LOG, SCOPE, Arrays.asList("a", "", null, "ü")))
                .isEqualTo("7b2e4ed33cb1d3172af7ccde57327585");
    }

    @Test
    void tellsAbsentFromEmpty() {
        assertThat(EventId.of(Kind.IMAGE_LOG, SCOPE, Arrays.asList("a", null)))
                .isNotEqualTo(EventId.of(Kind.IMAGE_LOG, SCOPE, List.of("a", "")));
    }

    @Test
    void tellsWhereOneFieldEndsAndTheNextBegins() {
        assertThat(EventId.of(Kind.IMAGE_LOG, SCOPE, List.of("ab", "c")))
                .isNotEqualTo(EventId.of(Kind.IMAGE_LOG, SCOPE, List.of("a", "bc")));
    }

    @Test
    void dependsOnKindProjectAndInstanceButNotOnTheRegion() {
        List<String> fields = List.of("a");
        String id = EventId.of(Kind.REGISTRY_AUDIT, new Scope("r", "p", "i", null), fields);
        assertThat(EventId.of(Kind.REGISTRY_AUDIT, new Scope("s", "p", "i", null), fields))
                .isEqualTo(id);
        assertThat(List.of(
                        EventId.of(Kind.DATABASE_AUDIT, new Scope("r", "p", "i", null), fields),
                        EventId.of(Kind.REGISTRY_AUDIT, new Scope("r", "q", "i", null), fields),
                        EventId.of(Kind.REGISTRY_AUDIT, new Scope("r", "p", "j", null), fields)))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }
}
