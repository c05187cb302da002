package dev.tributary.fanout;

import static dev.tributary.event.SampleEvents.clusterEvent;
import static dev.tributary.event.SampleEvents.databaseAudit;
import static dev.tributary.event.SampleEvents.imageLog;
import static dev.tributary.event.SampleEvents.registryAudit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.source.SourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final List<Event> ALL = List.of(imageLog(), clusterEvent(), registryAudit(), databaseAudit());

    private static final SourceId REGISTRY = new SourceId("registry", Kind.REGISTRY_AUDIT, SampleEvents.REGISTRY);
    private static final SourceId CLUSTER = new SourceId("prod-cluster", Kind.CLUSTER_EVENT, SampleEvents.CLUSTER);

    @Test
    void noFilterLetsEverythingPass() {
        assertThat(ALL).allMatch(Filter.none()::matches);
    }

    /** Which sources' events pass: one event each. */
    @ParameterizedTest(name = "{0} lets pass {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "source=registry | registry",
                "source=REGISTRY&source=images | images registry",
                "source=re* | registry",
                "kind=cluster-event | prod-cluster",
                "kind=*-audit | registry orders-db",
                "severity=warning | prod-cluster",
                "action=delete&action=image_pull | images registry",
                "actor=alice | images",
                "actor=10.0.0.* | images",
                "actor=robot$* | registry",
                "actor=user | ''", // an actor's type is not compared
                "actor=* | images registry", // an absent value matches nothing
                "actor=!* | prod-cluster orders-db",
                "actor=!alice | prod-cluster registry orders-db",
                "actor=!10.0.0.7 | prod-cluster registry orders-db", // any compared value excludes
                "resource=library/* | images registry",
                "resource=Pod | ''",
                "namespace=shop | prod-cluster",
                "namespace=!shop | images registry orders-db",
                "cluster=prod | prod-cluster",
                "cluster=c-1 | prod-cluster",
                "id=22222222222222222222222222222222 | prod-cluster",
                "source=*&source=!registry&source=!images | prod-cluster orders-db",
                "source=re*&kind=database-audit | ''", // different parameters must all hold
                "resource=library/*&actor=!alice | registry"
            })
    void patternsLetPass(String patterns, String sources) {
        Filter filter = filter(patterns, null);
        assertThat(ALL.stream().filter(filter::matches).map(Event::source).collect(Collectors.joining(" ")))
                .isEqualTo(sources);
    }

    @ParameterizedTest(name = "q={0} finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BY HAND | images",
                "nginx | images registry",
                "pod | prod-cluster",
                "ALICE | images",
                "0.0.7 | images",
                "SHA256 | images",
                "123456789012345 | prod-cluster",
                "checkout\",\"n | prod-cluster", // a nested attribute, as JSON text
                "* | ''",
                "null | ''",
                "kubernetes-event | ''" // the action is a parameter of its own
            })
    void textIsFoundInWhatAPersonReads(String text, String sources) {
        Filter filter = Filter.of(Map.of(), text);
        assertThat(ALL.stream().filter(filter::matches).map(Event::source).collect(Collectors.joining(" ")))
                .isEqualTo(sources);
    }

    @Test
    void textAndPatternsMustBothHold() {
        assertThat(filter("source=registry", "nginx").matches(registryAudit())).isTrue();
        assertThat(filter("source=registry", "nginx").matches(imageLog())).isFalse();
        assertThat(filter("source=registry", "alice").matches(registryAudit())).isFalse();
    }

    @ParameterizedTest(name = "{0}: registry {1}, cluster {2}")
    @CsvSource({
        "source=registry, true, false",
        "source=!registry, false, true",
        "kind=*-audit, true, false",
        "kind=!CLUSTER-EVENT, true, false",
        "cluster=prod, false, true",
        "cluster=other, false, true", // it might be the cluster's name, which only its records tell
        "cluster=!c-1, true, true",
        "actor=nobody, true, true"
    })
    void sourceIsAskedUnlessNothingOfItCanMatch(String patterns, boolean registry, boolean cluster) {
        assertThat(filter(patterns, null).canMatch(REGISTRY)).isEqualTo(registry);
        assertThat(filter(patterns, null).canMatch(CLUSTER)).isEqualTo(cluster);
    }

    @Test
    void patternsThatMatchNoKnownValueAreNamed() {
        Filter filter = filter("source=images&source=typo&source=!other&source=reg*&source=x*", null);
        assertThat(filter.matchingNone(FilterField.SOURCE, List.of("images", "registry")))
                .containsExactly("typo", "x*", "other");
        assertThat(filter.matchingNone(FilterField.KIND, List.of())).isEmpty();
    }

    private static Filter filter(String query, String text) {
        Map<FilterField, List<String>> patterns = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> field(pair[0]), Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return Filter.of(patterns, text);
    }

    private static FilterField field(String name) {
        return Stream.of(FilterField.values())
                .filter(field -> field.text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
