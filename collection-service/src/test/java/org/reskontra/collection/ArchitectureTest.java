package org.reskontra.collection;

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
import org.reskontra.collection.cases.planted.ReachesIntoDunning;
import org.reskontra.collection.cases.planted.UsesJdbc;
import org.reskontra.collection.demands.planted.GoesInCircles;
import org.reskontra.collection.process.planted.AsksTheClock;
import org.reskontra.collection.process.planted.GoesInCirclesToo;
import org.reskontra.collection.process.planted.ImportsAFramework;
import org.reskontra.collection.process.planted.KnowsTheShell;
import org.reskontra.collection.process.planted.RollsDice;
import org.reskontra.dunning.planted.DunningCase;

/** What may depend on what. Each rule is seen to fail on a violation planted for it. */
class ArchitectureTest {

    private static final String[] CORE = {"org.reskontra.collection.process..", "org.reskontra.collection.demands.."};

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra.collection");

    private static final ArchRule CORE_IMPORTS_ONLY_VALUES_AND_LAW = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "org.reskontra.contracts..",
                    "org.reskontra.rulebook..",
                    "org.reskontra.collection.process..",
                    "org.reskontra.collection.demands..");

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
                    "org.reskontra.collection.cases..",
                    "org.reskontra.collection.letters..",
                    "org.reskontra.collection.intake..",
                    "org.reskontra.collection.channels..");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.reskontra.collection.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.reskontra.collection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.reskontra.invoice..", "org.reskontra.dunning..", "org.reskontra.creditcheck..");

    private static final ArchRule ONLY_FLYWAY_USES_JDBC = noClasses()
            .that()
            .resideInAPackage("org.reskontra.collection..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.sql.Connection.class, javax.sql.DataSource.class);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("core imports only values and law", CORE_IMPORTS_ONLY_VALUES_AND_LAW, ImportsAFramework.class),
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
        for (var name : new String[] {"process", "demands", "cases", "letters", "intake", "channels"}) {
            var inPackage = PRODUCTION.that(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                    "org.reskontra.collection." + name));
            assertFalse(inPackage.isEmpty(), name);
        }
    }
}
