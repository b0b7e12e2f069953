package org.reskontra.dunning;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.dunning.cases.planted.ImportsOtherService;
import org.reskontra.dunning.cases.planted.WorksSideBySide;
import org.reskontra.dunning.ladder.planted.AsksTheClock;
import org.reskontra.dunning.ladder.planted.ImportsMutiny;
import org.reskontra.dunning.ladder.planted.ImportsShell;
import org.reskontra.dunning.plantedhere.Here;
import org.reskontra.dunning.plantedthere.There;

/** Which way the arrows point. Each rule is shown to fail on a violation planted in the test sources. */
class ArchitectureTest {

    private static final String[] CORES = {"org.reskontra.dunning.ladder..", "org.reskontra.dunning.letters.."};

    private static final ArchRule CORES_KNOW_NO_FRAMEWORK_AND_NO_SHELL = classes()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CORES)
                    .or(resideInAnyPackage(
                            "java..", "org.jspecify..", "org.reskontra.contracts..", "org.reskontra.rulebook..")));

    private static final ArchRule NOBODY_MAKES_DAYS_OR_CHANCE_OF_THEIR_OWN = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.random..").or(assignableTo(Random.class)));

    private static final ArchRule NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.reskontra.dunning..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.reskontra..")
                    .and(not(resideInAnyPackage(
                            "org.reskontra.dunning..",
                            "org.reskontra.contracts..",
                            "org.reskontra.rulebook..",
                            "org.reskontra.kit.."))));

    private static final ArchRule NO_CYCLES =
            slices().matching("org.reskontra.dunning.(*)..").should().beFreeOfCycles();

    private static final ArchRule NOTHING_RUNS_SIDE_BY_SIDE_ON_A_SESSION =
            noClasses().should().callMethod(Uni.class, "combine").orShould().callMethod(Uni.class, "join");

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra.dunning");

    private record Guard(String name, ArchRule rule, Class<?>... planted) {}

    private static Stream<Guard> guards() {
        return Stream.of(
                new Guard("cores know no framework", CORES_KNOW_NO_FRAMEWORK_AND_NO_SHELL, ImportsMutiny.class),
                new Guard(
                        "shells know cores, never the other way",
                        CORES_KNOW_NO_FRAMEWORK_AND_NO_SHELL,
                        ImportsShell.class),
                new Guard("days and ids are arguments", NOBODY_MAKES_DAYS_OR_CHANCE_OF_THEIR_OWN, AsksTheClock.class),
                new Guard("services never import each other", NO_OTHER_SERVICE, ImportsOtherService.class),
                new Guard("packages form no cycle", NO_CYCLES, Here.class, There.class),
                new Guard(
                        "one session, one thing at a time",
                        NOTHING_RUNS_SIDE_BY_SIDE_ON_A_SESSION,
                        WorksSideBySide.class));
    }

    @TestFactory
    Stream<DynamicTest> the_service_keeps_the_rules() {
        return guards().map(guard ->
                DynamicTest.dynamicTest(guard.name(), () -> guard.rule().check(PRODUCTION)));
    }

    @TestFactory
    Stream<DynamicTest> and_each_rule_can_fail() {
        return guards().map(guard -> DynamicTest.dynamicTest(guard.name(), () -> {
            var planted = new ClassFileImporter().importClasses(guard.planted());
            assertThrows(AssertionError.class, () -> guard.rule().check(planted));
        }));
    }

    @Test
    void the_rules_look_at_packages_that_exist() {
        Set<String> packages = PRODUCTION.stream().map(c -> c.getPackageName()).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "org.reskontra.dunning",
                        "org.reskontra.dunning.calculations",
                        "org.reskontra.dunning.cases",
                        "org.reskontra.dunning.channels",
                        "org.reskontra.dunning.intake",
                        "org.reskontra.dunning.ladder",
                        "org.reskontra.dunning.letters",
                        "org.reskontra.dunning.policies"),
                packages);
    }
}
