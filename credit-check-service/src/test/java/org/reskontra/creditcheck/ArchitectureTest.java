package org.reskontra.creditcheck;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.creditcheck.book.planted.GoesInCircles;
import org.reskontra.creditcheck.checks.planted.ReachesIntoDunning;
import org.reskontra.creditcheck.checks.planted.UsesJdbc;
import org.reskontra.creditcheck.scoring.planted.AsksTheClock;
import org.reskontra.creditcheck.scoring.planted.GoesInCirclesToo;
import org.reskontra.creditcheck.scoring.planted.ImportsAFramework;
import org.reskontra.creditcheck.scoring.planted.KnowsTheShell;
import org.reskontra.creditcheck.scoring.planted.RollsDice;
import org.reskontra.dunning.planted.DunningCase;

/** What may depend on what. Each rule is seen to fail on a violation planted for it. */
class ArchitectureTest {

    private static final String[] CORE = {"org.reskontra.creditcheck.scoring..", "org.reskontra.creditcheck.book.."};

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra.creditcheck");

    private static final ArchRule CORE_IMPORTS_ONLY_VALUES = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "org.reskontra.contracts..",
                    "org.reskontra.creditcheck.scoring..",
                    "org.reskontra.creditcheck.book..");

    private static final ArchRule CORE_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethodWhere(new IsNow())
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    private static final ArchRule CORE_HAS_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.util.random.RandomGenerator.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    private static final ArchRule SHELL_KNOWS_CORE_AND_NOT_THE_OTHER_WAY_ROUND = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.reskontra.creditcheck.bookkeeping..",
                    "org.reskontra.creditcheck.checks..",
                    "org.reskontra.creditcheck.policies..");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.reskontra.creditcheck.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.reskontra.creditcheck..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.reskontra.invoice..", "org.reskontra.dunning..", "org.reskontra.collection..");

    private static final ArchRule ONLY_FLYWAY_USES_JDBC = noClasses()
            .that()
            .resideInAPackage("org.reskontra.creditcheck..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.sql.Connection.class, javax.sql.DataSource.class);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("core imports only values", CORE_IMPORTS_ONLY_VALUES, ImportsAFramework.class),
                rule("core has no clock", CORE_HAS_NO_CLOCK, AsksTheClock.class),
                rule("core has no chance", CORE_HAS_NO_CHANCE, RollsDice.class),
                rule("shell knows core", SHELL_KNOWS_CORE_AND_NOT_THE_OTHER_WAY_ROUND, KnowsTheShell.class),
                rule("no cycles", NO_CYCLES, GoesInCircles.class, GoesInCirclesToo.class),
                rule("no other service", NO_OTHER_SERVICE, ReachesIntoDunning.class, DunningCase.class),
                rule("only Flyway uses JDBC", ONLY_FLYWAY_USES_JDBC, UsesJdbc.class));
    }

    private static Arguments rule(String name, ArchRule rule, Class<?>... violation) {
        return Arguments.of(Named.of(name, rule), violation);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule, Class<?>[] violation) {
        rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void can_fail(ArchRule rule, Class<?>[] violation) {
        var planted = new ClassFileImporter().importClasses(violation);
        assertThrows(AssertionError.class, () -> rule.check(planted));
    }

    @Test
    void the_packages_the_rules_speak_of_exist() {
        for (var name : new String[] {"scoring", "book", "bookkeeping", "checks", "policies"}) {
            var inPackage = PRODUCTION.that(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                    "org.reskontra.creditcheck." + name));
            assertFalse(inPackage.isEmpty(), name);
        }
    }
}
