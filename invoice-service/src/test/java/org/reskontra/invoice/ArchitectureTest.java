package org.reskontra.invoice;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.invoice.claims.planted.Planted;
import org.reskontra.invoice.payments.planted.Shell;
import org.reskontra.invoice.plantedhere.Here;
import org.reskontra.invoice.plantedthere.There;

/** Which package may know which. Every rule is tried on production and on a violation planted for it. */
class ArchitectureTest {

    private static final Set<String> CORES = Set.of(
            "approvals",
            "bankfiles",
            "claims",
            "flaws",
            "imports",
            "invoicing",
            "ledger",
            "matching",
            "peppol",
            "register",
            "statements",
            "transfers");
    private static final Set<String> SHELLS = Set.of(
            "books",
            "creditnotes",
            "customers",
            "duedates",
            "incoming",
            "inquiries",
            "intake",
            "invoices",
            "payments",
            "refunds",
            "suggestions",
            "tenants",
            "uploads",
            "wire",
            "writeoffs");

    private static final String[] CORE_PACKAGES = packages(CORES);
    private static final String[] SHELL_PACKAGES = packages(SHELLS);

    /** {@code javax.xml} and its like belong to the JDK. */
    private static final ArchRule A_CORE_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAnyPackage(CORE_PACKAGES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(
                                    "java..",
                                    "javax.xml..",
                                    "org.w3c.dom..",
                                    "org.xml.sax..",
                                    "org.jspecify..",
                                    "org.reskontra.contracts..",
                                    "org.reskontra.rulebook.."),
                            Stream.concat(Stream.of(CORE_PACKAGES), Stream.of(SHELL_PACKAGES)))
                    .toArray(String[]::new));

    private static final ArchRule A_CORE_KNOWS_NO_SHELL = noClasses()
            .that()
            .resideInAnyPackage(CORE_PACKAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SHELL_PACKAGES);

    private static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.reskontra.dunning..", "org.reskontra.creditcheck..", "org.reskontra.collection..");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.reskontra.invoice.(*)..").should().beFreeOfCycles();

    private static final ArchRule THE_DAY_IS_AN_ARGUMENT = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))));

    private static final ArchRule IDS_COME_FROM_THE_KIT = noClasses().should().callMethod(UUID.class, "randomUUID");

    private static final ArchRule A_SESSION_DOES_ONE_THING_AT_A_TIME =
            noClasses().should().callMethod(Uni.class, "join").orShould().callMethod(Uni.class, "combine");

    private static final ArchRule NOBODY_BLOCKS_ON_THE_DATABASE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra.invoice");

    private record Rule(String name, ArchRule rule, Class<?>... violation) {}

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule("a core knows no framework", A_CORE_KNOWS_NO_FRAMEWORK, Planted.KnowsAFramework.class),
                new Rule("a core knows no shell", A_CORE_KNOWS_NO_SHELL, Planted.KnowsAShell.class),
                new Rule("no other service's packages", NO_OTHER_SERVICE, Shell.ReachesOver.class),
                new Rule("no cycles between packages", NO_CYCLES, Here.class, There.class),
                new Rule("the day is an argument", THE_DAY_IS_AN_ARGUMENT, Planted.LooksAtTheWall.class),
                new Rule("ids come from the kit", IDS_COME_FROM_THE_KIT, Planted.MakesIdsUp.class),
                new Rule(
                        "a session does one thing at a time",
                        A_SESSION_DOES_ONE_THING_AT_A_TIME,
                        Shell.TwoThingsAtATime.class),
                new Rule(
                        "nobody blocks on the database",
                        NOBODY_BLOCKS_ON_THE_DATABASE,
                        Shell.BlocksOnTheDatabase.class));
    }

    @TestFactory
    Stream<DynamicTest> production_keeps_every_rule() {
        return rules().map(rule ->
                DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(PRODUCTION)));
    }

    @TestFactory
    Stream<DynamicTest> and_every_rule_can_be_broken() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            var planted = new ClassFileImporter().importClasses(rule.violation());
            assertThrows(AssertionError.class, () -> rule.rule().check(planted));
        }));
    }

    @Test
    void every_package_is_a_core_or_a_shell() {
        var known = new TreeSet<>(CORES);
        known.addAll(SHELLS);
        var there = PRODUCTION.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("org.reskontra.invoice"))
                .map(name -> name.substring("org.reskontra.invoice.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, there);
    }

    private static String[] packages(Set<String> names) {
        return names.stream()
                .map(name -> "org.reskontra.invoice." + name + "..")
                .toArray(String[]::new);
    }
}
