package dev.tributary.upstream.clusterevent;

import static dev.tributary.event.Samples.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Bodies;
import dev.tributary.upstream.slice.PageShape;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterEventNormaliserTest {
    private static final String CLUSTER = "b075094b-d21a-499a-9006-624089c94402";
    private final ClusterEventNormaliser normaliser = new ClusterEventNormaliser(new SourceId(
            "prod", Kind.CLUSTER_EVENT, new Scope("cn-north-4", PROJECT, null, new Cluster(CLUSTER, null, null))));

    @Test
    void readsTheDocumentedRecord() {
        var record = Bodies.documented("cluster-event", new PageShape("data_list", "total_num"))
                .records()
                .get(0);
        Event event = Bodies.event(normaliser, record);

        assertThat(event.id()).isEqualTo("60e91bf4549ef9c4e908c28ecfeccf1d");
        assertThat(event.time()).isEqualTo("2027-06-27T07:20:59.608Z");
        assertThat(event.scope())
                .isEqualTo(new Scope("cn-north-4", PROJECT, null, new Cluster(CLUSTER, "ywk-55555", "cce")));
        assertThat(event.action()).isEqualTo("kubernetes-event");
        assertThat(event.severity()).isEqualTo(Severity.INFO);
        assertThat(event.actor()).isNull();
        assertThat(event.resource()).isEqualTo(new Resource("imagetag", "kube-flannel-ds-5qrl6"));
        assertThat(event.namespace()).isEqualTo("kube-flannel");
        assertThat(event.message())
                .isEqualTo("Pulling image \"ghcr.io/flannel-io/flannel-cni-plugin:v1.6.2-flannel1\"");
        assertThat(event.attributes())
                .isEqualTo(Map.of(
                        "event_name", Value.string("kube-flannel-ds-5qrl6.182493b545b889d7"),
                        "event_type", Value.string("Normal"),
                        "line_num", Value.number("12345")));
    }

    @Test
    void warnsWhereTheUpstreamDoes() {
        assertThat(event("\"event_type\":\"Warning\"").severity()).isEqualTo(Severity.WARNING);
        assertThat(event("\"event_type\":\"Odd\"").severity()).isEqualTo(Severity.INFO);
        assertThat(event("\"x\":1").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void keepsALineNumberOf19DigitsInEitherForm() {
        assertThat(event("\"line_num\":1234567890123456789").attributes())
                .containsEntry("line_num", Value.number("1234567890123456789"));
        assertThat(event("\"line_num\":\"1234567890123456789\"").attributes())
                .containsEntry("line_num", Value.string("1234567890123456789"));
    }

    @Test
    void hasTheSameIdOnWhateverLineItStands() {
        assertThat(event("\"line_num\":1").id())
                .isEqualTo(event("\"line_num\":2").id());
    }

    private Event event(String fields) {
        return Bodies.event(normaliser, Bodies.record("{\"time\":1," + fields + "}"));
    }
}
