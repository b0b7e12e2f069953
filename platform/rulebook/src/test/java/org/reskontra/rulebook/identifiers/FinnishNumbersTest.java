package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.identifiers.IdentityNumber.Kind;
import org.reskontra.rulebook.identifiers.IdentityNumbers.Parsed;

class FinnishNumbersTest {

    private static Parsed parse(DebtorKind kind, String text) {
        return IdentityNumbers.parse(Country.FI, kind, text, LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CONSUMER,    131052-308T, HENKILOTUNNUS, 131052-308T",
        "CONSUMER,    131052y308t, HENKILOTUNNUS, 131052Y308T",
        "BUSINESS,    0112038-9,   Y_TUNNUS,      0112038-9",
        "BUSINESS,    01120389,    Y_TUNNUS,      0112038-9",
        "PUBLIC_BODY, 112038-9,    Y_TUNNUS,      0112038-9",
    })
    void identity_numbers(DebtorKind debtor, String written, Kind kind, String normalised) {
        var number =
                assertInstanceOf(Parsed.Valid.class, parse(debtor, written)).number();
        assertEquals(new IdentityNumber(normalised, kind), number);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "CONSUMER, 131052-308U, the check character is wrong",
        "CONSUMER, 131052Z308T, 'must be 11 characters, such as DDMMYY-NNNC'",
        "CONSUMER, 0112038-9,   'must be 11 characters, such as DDMMYY-NNNC'",
        "BUSINESS, 131052-308T, 'must be 8 digits, such as 1234567-1'",
        "BUSINESS, 0112038-8,   the check digit is wrong",
    })
    void wrong_identity_numbers(DebtorKind debtor, String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), parse(debtor, text));
    }

    @Test
    void a_henkilötunnus_never_shows() {
        assertFalse(parse(DebtorKind.CONSUMER, "131052-308T").toString().contains("1310"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "131052+308T, 1852-10-13",
        "131052-308T, 1952-10-13",
        "131052U308T, 1952-10-13",
        "010114A173M, 2014-01-01"
    })
    void the_sign_tells_the_century_of_birth(String written, LocalDate born) {
        var number = ((Parsed.Valid) parse(DebtorKind.CONSUMER, written)).number();
        assertEquals(Optional.of(born), number.birthDate());
    }

    @Test
    void an_organisation_was_not_born() {
        var number = ((Parsed.Valid) parse(DebtorKind.BUSINESS, "0112038-9")).number();
        assertEquals(Optional.empty(), number.birthDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"311150", "290251", "000150", "010050"})
    void no_such_day(String day) {
        var number = day + "-123" + Scheme.checkCharacter(day + "123");
        assertEquals(new Parsed.Invalid("has no such day of birth"), parse(DebtorKind.CONSUMER, number));
    }

    @Test
    void the_future_and_unused_individual_numbers() {
        var ahead = "010430A123" + Scheme.checkCharacter("010430123");
        assertEquals(new Parsed.Invalid("the day of birth lies ahead"), parse(DebtorKind.CONSUMER, ahead));
        var test = "010150-900" + Scheme.checkCharacter("010150900");
        assertEquals(new Parsed.Invalid("individual numbers run from 002 to 899"), parse(DebtorKind.CONSUMER, test));
    }
}
