package dev.tributary;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may import whom: the packages below {@code dev.tributary}, in the order in which an event passes through them. */
class RoomsTest {
    /** A room, what it may use of the world outside (beside {@code org.jspecify}), and the rooms it may import. */
    private static final List<Room> ROOMS = table("""
            event                  | java..                       |
            source                 | java.., io.smallrye.mutiny.. | event
            upstream               | ..                           | event, source, upstream.*
            upstream.call          | ..                           | source
            upstream.auth          | ..                           | source, upstream.call
            upstream.slice         | ..                           | event, source, upstream.call
            upstream.imagelog      | ..                           | event, source, upstream.call, upstream.slice
            upstream.clusterevent  | ..                           | event, source, upstream.call, upstream.slice
            upstream.registryaudit | ..                           | event, source, upstream.call, upstream.slice
            upstream.databaseaudit | ..                           | event, source, upstream.call, upstream.slice
            merge                  | java..                       | event, source
            walk                   | java..                       | event, source
            fanout                 | ..                           | event, source, merge, walk
            format                 | ..                           | event, source, fanout
            http                   | ..                           | event, source, merge, walk, fanout, format
            shared                 | ..                           | event, source, upstream.call, upstream.slice
            ops                    | ..                           | event, source, upstream, upstream.*, merge, walk, fanout, format, http, shared
            simulator..            | ..                           |
            """);

    /** Who puts the first class into a room takes the room off this list. */
    private static final Set<String> NOT_STARTED = Set.of();

    /** All that is delivered. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .withImportOption(DO_NOT_INCLUDE_PACKAGE_INFOS)
            .importPackages("dev.tributary");

    @ParameterizedTest
    @FieldSource("ROOMS")
    void roomImportsOnlyWhatTheTableSays(Room room) {
        inside(room, not(ofTheProject()).or(room.isHome()).or(room.mayImport()));
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void roomUsesOnlyWhatTheTableSays(Room room) {
        inside(room, ofTheProject().or(room.mayUse()));
    }

    @Test
    void everyClassLivesInARoom() {
        String[] rooms = ROOMS.stream().map(Room::packageName).toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(CLASSES);
    }

    @Test
    void roomIsStartedOnceItHasAClass() {
        assertThat(ROOMS)
                .filteredOn(room -> CLASSES.stream().noneMatch(room.isHome()))
                .extracting(Room::name)
                .containsExactlyInAnyOrderElementsOf(NOT_STARTED);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("dev.tributary.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A rule about a room that has been started fails when it matches no class. */
    private static void inside(Room room, DescribedPredicate<JavaClass> allowed) {
        classes()
                .that(room.isHome())
                .should()
                .onlyDependOnClassesThat(allowed)
                .allowEmptyShould(NOT_STARTED.contains(room.name()))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> ofTheProject() {
        return resideInAPackage("dev.tributary..");
    }

    private static List<Room> table(String text) {
        return text.lines().map(line -> Room.of(line.split("\\|", -1))).toList();
    }

    private record Room(String name, List<String> outside, List<String> neighbours) {

        static Room of(String... cells) {
            return new Room(cells[0].strip(), list(cells[1]), list(cells[2]));
        }

        private static List<String> list(String cell) {
            return cell.isBlank() ? List.of() : List.of(cell.strip().split(", "));
        }

        String packageName() {
            return "dev.tributary." + name;
        }

        DescribedPredicate<JavaClass> isHome() {
            return resideInAPackage(packageName());
        }

        DescribedPredicate<JavaClass> mayImport() {
            return inAnyOf(neighbours.stream().map(room -> "dev.tributary." + room));
        }

        DescribedPredicate<JavaClass> mayUse() {
            return inAnyOf(Stream.concat(outside.stream(), Stream.of("org.jspecify..")));
        }

        private static DescribedPredicate<JavaClass> inAnyOf(Stream<String> packages) {
            return resideInAnyPackage(packages.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
