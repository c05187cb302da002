package dev.tributary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.tributary.upstream.slice.ProvenCache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What a native image takes from the machine that builds it: nothing that belongs to the one where it runs. */
class NativeImageTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Each of them knows something of a machine, a moment, or a secret. */
    private static final List<Class<?>> OF_A_MACHINE = List.of(
            ClassLoader.class,
            Clock.class,
            Executor.class,
            InetAddress.class,
            Locale.class,
            Mac.class,
            MessageDigest.class,
            Process.class,
            RandomGenerator.class,
            Socket.class,
            SSLContext.class,
            Thread.class,
            TimeZone.class,
            Vertx.class,
            ZoneId.class);

    /** Static fields are filled while the image is built, and stay so. */
    @Test
    void noStaticFieldHoldsWhatBelongsToTheMachineThatBuilds() {
        noFields().that().areStatic().should().haveRawType(ofAMachine()).check(RoomsTest.CLASSES);
    }

    private static DescribedPredicate<JavaClass> ofAMachine() {
        return DescribedPredicate.describe(
                "of a machine", type -> OF_A_MACHINE.stream().anyMatch(type::isAssignableTo));
    }

    /** Quarkus knows of its own files; of others the image holds what is named. */
    @Test
    void everyResourceIsNamed() throws IOException {
        assertThat(included()).isNotEmpty().containsExactlyInAnyOrderElementsOf(ourResources());
    }

    private static List<String> included() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            properties.load(file);
        }
        return List.of(
                properties.getProperty("quarkus.native.resources.includes").split(","));
    }

    private static List<String> ourResources() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString())
                    .filter(name -> !name.equals("application.properties") && !name.startsWith("META-INF/"))
                    .toList();
        }
    }

    /** Caffeine finds by name what it makes of a builder's calls. */
    @Test
    void whatTheCacheIsMadeOfIsNamed() throws ReflectiveOperationException {
        Object cache =
                ((Cache<?, ?>) valueOf("entries", ProvenCache.class, new ProvenCache(1, Clock.systemUTC()))).asMap();
        Object nodes = valueOf("nodeFactory", cache.getClass().getSuperclass(), cache);

        assertThat(ProvenCache.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsExactlyInAnyOrder(
                        cache.getClass().getName(), nodes.getClass().getName());
    }

    private static Object valueOf(String name, Class<?> type, Object object) throws ReflectiveOperationException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(object);
                }
            }
        }
        throw new AssertionError("no field " + name + " of " + type);
    }
}
