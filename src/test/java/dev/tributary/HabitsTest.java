package dev.tributary;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no class does, whatever its room. */
class HabitsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("dev.tributary");

    @Test
    void timeIsAskedOfTheInjectedClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tributary.simulator..")
                .should()
                .accessTargetWhere(isAnyOf(
                        "java.time.*.now()",
                        "java.time.*.now(java.time.ZoneId)",
                        "java.lang.System.currentTimeMillis()",
                        "java.lang.System.nanoTime()",
                        "java.util.Date.<init>()"))
                .check(CLASSES);
    }

    @Test
    void theClockIsMadeInOps() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tributary.ops", "dev.tributary.simulator..")
                .should()
                .accessTargetWhere(isAnyOf("java.time.Clock.system*", "java.time.Clock.tick*(java.time.ZoneId)"))
                .check(CLASSES);
    }

    @Test
    void zoneAndLanguageOfTheMachineDoNotMatter() {
        noClasses()
                .should()
                .accessTargetWhere(isAnyOf(
                        "java.time.ZoneId.systemDefault()",
                        "java.util.TimeZone.getDefault()",
                        "java.util.Locale.getDefault*"))
                .check(CLASSES);
    }

    @Test
    void whatIsSaidGoesToTheLog() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void stateIsNeverStatic() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|D[Tt][Oo])(\\$.*)?")
                .check(CLASSES);
    }

    /** @param methods their full names, in which {@code *} stands for any text */
    private static DescribedPredicate<JavaAccess<?>> isAnyOf(String... methods) {
        Pattern names = Pattern.compile(Stream.of(methods)
                .map(method ->
                        Stream.of(method.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")))
                .collect(joining("|")));
        return describe(
                "it is " + String.join(" or ", methods),
                access -> names.matcher(access.getTarget().getFullName()).matches());
    }
}
