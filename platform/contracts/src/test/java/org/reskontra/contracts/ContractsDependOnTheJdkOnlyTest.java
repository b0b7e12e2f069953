package org.reskontra.contracts;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.planted.ImportsJackson;

class ContractsDependOnTheJdkOnlyTest {

    private static final ArchRule RULE = classes()
            .that()
            .resideInAPackage("org.reskontra.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.reskontra.contracts..");

    @Test
    void contracts_depend_on_nothing_but_the_jdk() {
        var production =
                new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.reskontra");
        assertTrue(production.contain(Money.class), "looks at nothing");
        RULE.check(production);
    }

    @Test
    void and_the_rule_can_fail() {
        JavaClasses planted = new ClassFileImporter().importClasses(ImportsJackson.class);
        assertThrows(AssertionError.class, () -> RULE.check(planted));
    }
}
