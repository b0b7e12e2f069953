package org.reskontra.invoice.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.register.CustomerRules.Checked.Acceptable;
import org.reskontra.invoice.register.CustomerRules.Checked.Malformed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerRulesSpec {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final PostalAddress ADDRESS = new PostalAddress("Storgatan 1", "111 22", "Stockholm", "SE");

    @Test
    void an_organisation_number_is_checked_and_brought_into_its_normal_form() {
        var acceptable = assertInstanceOf(Acceptable.class, check(business("556036-0793")));
        assertEquals("5560360793", acceptable.identityNumber().orElseThrow().normalised());
    }

    @Test
    void a_wrong_check_digit_is_a_flaw_that_does_not_repeat_the_number() {
        var flaws = assertInstanceOf(Malformed.class, check(business("556036-0794")))
                .flaws();
        assertEquals(
                List.of("/identityNumber"), flaws.stream().map(Flaw::pointer).toList());
        assertEquals(-1, flaws.getFirst().detail().indexOf("556036"));
    }

    @Test
    void a_customer_may_be_without_a_number() {
        assertInstanceOf(Acceptable.class, check(business(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.se", "anna.o'hara+x@post.example.co.uk", "åsa@räksmörgås.se"})
    void addresses_as_people_have_them(String email) {
        assertInstanceOf(Acceptable.class, check(reachable(List.of(email), List.of(), ADDRESS, "sv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@example.se", "anna@example", "a b@example.se", "a@b.se\nBcc: x@y.se"})
    void addresses_nobody_can_have(String email) {
        assertFlaws(List.of("/emails/0"), reachable(List.of(email), List.of(), ADDRESS, "sv"));
    }

    @Test
    void each_flaw_points_at_its_field() {
        assertFlaws(List.of("/emails"), reachable(Collections.nCopies(6, "a@b.se"), List.of(), null, "sv"));
        assertFlaws(List.of("/phones/1"), reachable(List.of(), List.of("+46 8 123 45 67", "call me"), null, "sv"));
        assertFlaws(List.of("/language"), reachable(List.of(), List.of(), null, "swedish"));
        assertFlaws(
                List.of(
                        "/postalAddress/street",
                        "/postalAddress/postcode",
                        "/postalAddress/town",
                        "/postalAddress/country"),
                reachable(List.of(), List.of(), new PostalAddress("", " ", "x".repeat(81), "Sweden"), "sv"));
        assertFlaws(List.of("/number", "/legalName", "/legalForm"), named(" ", "", "x".repeat(61)));
    }

    private static CustomerRules.Checked check(CustomerForm form) {
        return CustomerRules.check(form, TODAY);
    }

    private static void assertFlaws(List<String> pointers, CustomerForm form) {
        assertEquals(
                pointers,
                assertInstanceOf(Malformed.class, check(form)).flaws().stream()
                        .map(Flaw::pointer)
                        .toList());
    }

    private static CustomerForm business(@Nullable String identityNumber) {
        return new CustomerForm(
                "17",
                DebtorKind.BUSINESS,
                Country.SE,
                identityNumber,
                "Bygg AB",
                "AB",
                List.of(),
                List.of(),
                null,
                "sv");
    }

    private static CustomerForm named(String number, String legalName, String legalForm) {
        return new CustomerForm(
                number, DebtorKind.BUSINESS, Country.SE, null, legalName, legalForm, List.of(), List.of(), null, "sv");
    }

    private static CustomerForm reachable(
            List<String> emails, List<String> phones, @Nullable PostalAddress address, String language) {
        return new CustomerForm(
                null, DebtorKind.BUSINESS, Country.SE, null, "Bygg AB", null, emails, phones, address, language);
    }
}
