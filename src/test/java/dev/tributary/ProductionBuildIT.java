package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A production build cannot be talked into starting the simulator: its classes are there, a bean of it is not. */
class ProductionBuildIT {
    @TempDir
    Path directory;

    @Test
    void noBeanOfTheSimulatorIsBuiltIn() throws IOException {
        assertThat(generatedClasses())
                .contains("dev/tributary/ops/StartupCheck_Bean.class") // so it is here that beans stand
                .noneMatch(name -> name.startsWith("dev/tributary/simulator/") && name.endsWith(".class"));
    }

    private static List<String> generatedClasses() throws IOException {
        Path jar = PackagedService.APP.resolve("quarkus/generated-bytecode.jar");
        try (JarFile generated = new JarFile(jar.toFile())) {
            return generated.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void noConfigurationStartsTheSimulator() throws IOException {
        int port = freePort();
        String configuration = PackagedService.fourSourcesAt("http://127.0.0.1:" + port) + "simulator.port=" + port;

        try (PackagedService service = PackagedService.start(directory, configuration, Map.of())) {
            assertThat(service.api().get("/sources").status()).isEqualTo(200);

            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    /** The sample settings of these profiles stand in the jar, anonymous access among them. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "demo"})
    void noProfileOfTheSamplesOpensTheService(String profile) throws InterruptedException {
        try (PackagedService service = PackagedService.start(directory, "", Map.of("QUARKUS_PROFILE", profile))) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.output()).contains("quarkus.profile");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
