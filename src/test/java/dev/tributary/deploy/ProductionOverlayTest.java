package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscalerSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only production has, and what only the demo has. */
class ProductionOverlayTest {
    private Assembled production;
    private V2HorizontalPodAutoscalerSpec scale;

    @BeforeEach
    void assemble() throws Exception {
        production = Assembled.of(Overlay.PRODUCTION);
        scale = production.manifests().only(V2HorizontalPodAutoscaler.class).getSpec();
    }

    @Test
    void theNumberOfReplicasIsTheAutoscalers() {
        assertThat(scale.getScaleTargetRef().getName())
                .isEqualTo(production.deployment().getMetadata().getName());
        assertThat(scale.getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(production.deployment().getSpec().getReplicas()).isNull();
    }

    /** So that however many there are, an account is asked no more often than by one replica alone. */
    @Test
    void thePaceIsDividedByTheReplicas() {
        assertThat(pace("tributary.requests-per-second") * scale.getMaxReplicas())
                .isEqualTo(20);
        assertThat(pace("tributary.burst") * scale.getMaxReplicas()).isEqualTo(40);
    }

    private double pace(String key) {
        return Double.parseDouble(production.configuration().get(key));
    }

    /** The files that the configuration names are the ones that the Secrets bring. */
    @Test
    void secretsAreFilesOfMountedSecretsAndStandNowhere() {
        assertThat(production.filesInTheConfiguration())
                .isNotEmpty()
                .allMatch(file -> production.secretMounts().stream().anyMatch(mount -> file.startsWith(mount + "/")));
        assertThat(production.manifests().all(V1Secret.class)).isEmpty();
        assertThat(production.container().getEnv()).isNullOrEmpty();
        assertThat(production.container().getEnvFrom()).isNullOrEmpty();
    }

    @Test
    void nobodyIsLetInUnknown() {
        assertThat(production.configuration()).doesNotContainKey("tributary.anonymous-access");
    }

    /** The profile of its build: any other image refuses it (ProductionBuildIT). */
    @Test
    void theDemoRunsOneReplicaOfADemoBuild() throws Exception {
        Assembled demo = Assembled.of(Overlay.DEMO);
        assertThat(demo.deployment().getSpec().getReplicas()).isOne();
        assertThat(demo.container().getEnv()).singleElement().satisfies(variable -> {
            assertThat(variable.getName()).isEqualTo("QUARKUS_PROFILE");
            assertThat(variable.getValue()).isEqualTo("demo");
        });
    }
}
