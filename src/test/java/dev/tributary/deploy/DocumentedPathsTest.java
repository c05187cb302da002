package dev.tributary.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows the documentation finds every file and every section that it names. */
class DocumentedPathsTest {
    /** As they stand in commands and sentences: from the root of the project. */
    private static final Pattern PATH = Pattern.compile("(?<![\\w./-])(?:k8s|src|docs|\\.ci)/[\\w./-]*\\w");

    private static final Pattern LINK = Pattern.compile("]\\(([^):]*)\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyPathIsThere(Path page) throws IOException {
        assertThat(found(PATH, page))
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        for (String link : found(LINK, page)) {
            String[] parts = (link + "#").split("#", -1);
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            assertThat(target).exists();
            if (!parts[1].isEmpty()) {
                assertThat(sections(target)).as(link).contains(parts[1]);
            }
        }
    }

    /** Files that say what else there is to read: this documentation, manifests and Dockerfiles. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String place : List.of("README.md", "docs", "k8s", "src/main/docker")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".png"))
                        .sorted()
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }

    /** As GitHub and others name them. */
    private static List<String> sections(Path page) throws IOException {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
