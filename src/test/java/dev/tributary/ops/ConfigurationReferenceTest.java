package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code -Dconfiguration.write=true} writes the document anew. */
class ConfigurationReferenceTest {
    private static final Path DOCUMENT = Path.of("docs", "CONFIGURATION.md");
    private static final String INTRODUCTION = """
            # Configuration

            Every key, with what the javadoc of its mapping says of it. `ConfigurationReferenceTest` writes this page
            (`./mvnw test -Dtest=ConfigurationReferenceTest -Dconfiguration.write=true`) and fails when it is stale. README has
            the same in one table; keys of Quarkus itself (`quarkus.…`) are its own documentation's.

            """;

    private ConfigurationReference reference;

    @BeforeEach
    void read() throws IOException {
        reference = new ConfigurationReference(DocumentedInterfaces.in(Path.of("src", "main", "java")));
        KnownKeys.MAPPINGS.forEach(mapping -> reference.tell(mapping.getSimpleName(), "tributary."));
    }

    @Test
    void everyKeyIsDocumented() {
        assertThat(reference.undocumented()).isEmpty();
    }

    @Test
    void theDocumentSaysWhatTheMappingsSay() throws IOException {
        String text = INTRODUCTION + reference.text();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).content().isEqualTo(text);
    }
}
