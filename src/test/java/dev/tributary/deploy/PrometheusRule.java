package dev.tributary.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.Map;

/** The type of Prometheus' operator as far as it is used; promtool reads its {@code spec}, and strictly. */
record PrometheusRule(String apiVersion, String kind, Metadata metadata, JsonNode spec) implements KubernetesObject {

    record Metadata(String name, String namespace, Map<String, String> labels) {
        V1ObjectMeta asObjectMeta() {
            return new V1ObjectMeta().name(name).namespace(namespace).labels(labels);
        }
    }

    @Override
    public V1ObjectMeta getMetadata() {
        return metadata.asObjectMeta();
    }

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public String getKind() {
        return kind;
    }
}
