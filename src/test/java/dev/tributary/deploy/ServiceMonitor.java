package dev.tributary.deploy;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.List;
import java.util.Map;

/** The type of Prometheus' operator as far as it is used. */
record ServiceMonitor(String apiVersion, String kind, PrometheusRule.Metadata metadata, Spec spec)
        implements KubernetesObject {

    record Spec(String jobLabel, Selector selector, List<Endpoint> endpoints) {}

    record Selector(Map<String, String> matchLabels) {}

    record Endpoint(String port, String path, String interval) {}

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
