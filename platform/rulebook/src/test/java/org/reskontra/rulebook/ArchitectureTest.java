package org.reskontra.rulebook;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.reskontra.rulebook.planted.AsksTheClock;
import org.reskontra.rulebook.planted.ImportsJUnit;
import org.reskontra.rulebook.planted.ReadsIban;
import org.reskontra.rulebook.planted.ReadsYaml;

/** What the law may lean on. Each rule is seen to fail on a planted violation. */
class ArchitectureTest {

    private static final JavaClasses LAW =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra.rulebook");

    private static final ArchRule ONLY_JDK_CONTRACTS_AND_TWO_LIBRARIES = classes()
            .that()
            .resideInAPackage("org.reskontra.rulebook..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.reskontra.contracts..",
                    "org.reskontra.rulebook..",
                    "org.jspecify.annotations..",
                    "org.snakeyaml.engine..",
                    "fr.marcwrobel.jbanking..");

    private static final ArchRule ONE_CLASS_READS_YAML = noClasses()
            .that()
            .resideInAPackage("org.reskontra.rulebook..")
            .and()
            .doNotHaveSimpleName("YamlSection")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    private static final ArchRule ONE_CLASS_KNOWS_THE_IBAN_REGISTRY = noClasses()
            .that()
            .resideInAPackage("org.reskontra.rulebook..")
            .and()
            .doNotHaveSimpleName("Iban")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.marcwrobel.jbanking..");

    private static final ArchRule NO_CLOCK_CHANCE_OR_THREAD = noClasses()
            .that()
            .resideInAPackage("org.reskontra.rulebook..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|Instant|ZonedDateTime)|java\\.util\\.(Random|UUID)"
                    + "|java\\.util\\.concurrent\\..*|java\\.lang\\.Thread")
            .orShould()
            .callMethodWhere(target(name("now")))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.logging\\..*");

    @Test
    void the_law_stands_on_the_jdk_the_contracts_a_yaml_reader_and_the_iban_registry() {
        assertTrue(LAW.contain(Rulebook.class));
        ONLY_JDK_CONTRACTS_AND_TWO_LIBRARIES.check(LAW);
        assertFails(ONLY_JDK_CONTRACTS_AND_TWO_LIBRARIES, ImportsJUnit.class);
    }

    @Test
    void only_one_class_knows_the_yaml_reader() {
        ONE_CLASS_READS_YAML.check(LAW);
        assertFails(ONE_CLASS_READS_YAML, ReadsYaml.class);
    }

    @Test
    void only_one_class_knows_the_iban_registry() {
        ONE_CLASS_KNOWS_THE_IBAN_REGISTRY.check(LAW);
        assertFails(ONE_CLASS_KNOWS_THE_IBAN_REGISTRY, ReadsIban.class);
    }

    @Test
    void the_law_asks_no_clock_and_takes_no_chance() {
        NO_CLOCK_CHANCE_OR_THREAD.check(LAW);
        assertFails(NO_CLOCK_CHANCE_OR_THREAD, AsksTheClock.class);
    }

    private static void assertFails(ArchRule rule, Class<?> planted) {
        var violation = new ClassFileImporter().importClasses(planted);
        assertThrows(AssertionError.class, () -> rule.check(violation));
    }
}
