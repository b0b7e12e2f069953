package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** All personal numbers here are made up: their check digit is computed, nobody looked them up. */
class IdentityNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static Parsed parse(DebtorKind kind, String text) {
        return IdentityNumbers.parse(Country.SE, kind, text, TODAY);
    }

    private static IdentityNumber valid(DebtorKind kind, String text) {
        return assertInstanceOf(Parsed.Valid.class, parse(kind, text)).number();
    }

    private static String invalid(DebtorKind kind, String text) {
        return assertInstanceOf(Parsed.Invalid.class, parse(kind, text)).reason();
    }

    /** Nine digits with their check digit. */
    private static String checked(String nine) {
        return nine + Luhn.checkDigit(nine);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "CONSUMER,    811228-9874,    PERSONNUMMER,        198112289874",
        "CONSUMER,    8112289874,     PERSONNUMMER,        198112289874",
        "CONSUMER,    19811228-9874,  PERSONNUMMER,        198112289874",
        "CONSUMER,    198112289874,   PERSONNUMMER,        198112289874",
        "CONSUMER,    ' 811228 - 9874 ', PERSONNUMMER,     198112289874",
        "BUSINESS,    811228-9874,    PERSONNUMMER,        198112289874",
        "CONSUMER,    701063-2391,    SAMORDNINGSNUMMER,   197010632391",
        "BUSINESS,    556036-0793,    ORGANISATIONSNUMMER, 5560360793",
        "BUSINESS,    165560360793,   ORGANISATIONSNUMMER, 5560360793",
        "BUSINESS,    16556036-0793,  ORGANISATIONSNUMMER, 5560360793",
        "PUBLIC_BODY, 202100-5448,    ORGANISATIONSNUMMER, 2021005448",
    })
    void is_read_however_it_is_written(DebtorKind kind, String written, Kind read, String normalised) {
        assertEquals(new IdentityNumber(normalised, read), valid(kind, written));
    }

    @Test
    void a_hyphen_means_the_latest_year_that_has_begun_and_a_plus_a_hundred_years_before() {
        var digits = checked("260215123");
        assertEquals("20" + digits, valid(DebtorKind.CONSUMER, digits).normalised());
        assertEquals(
                "19" + digits,
                valid(DebtorKind.CONSUMER, digits.substring(0, 6) + "+" + digits.substring(6))
                        .normalised());

        var older = checked("270215123");
        assertEquals("19" + older, valid(DebtorKind.CONSUMER, older).normalised());
    }

    @Test
    void the_century_of_ten_digits_depends_on_the_day_they_are_read() {
        var digits = checked("270215123");
        var later = IdentityNumbers.parse(Country.SE, DebtorKind.CONSUMER, digits, LocalDate.of(2027, 12, 31));
        assertEquals("20" + digits, ((Parsed.Valid) later).number().normalised());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CONSUMER    | 811228-9873     | the check digit is wrong
            BUSINESS    | 556036-0794     | the check digit is wrong
            CONSUMER    | 556036-0793     | is an organisationsnummer; a consumer has a personal number
            PUBLIC_BODY | 811228-9874     | is a personal number; a public body has an organisationsnummer
            BUSINESS    | 556036+0793     | an organisationsnummer has no plus sign
            CONSUMER    | 19811228+9874   | the plus sign is for those who turn 100
            CONSUMER    | 20811228-9874   | the day of birth lies ahead
            CONSUMER    | 17811228-9874   | the year of birth is impossible
            CONSUMER    | 81122-89874     | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | 811228--9874    | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | 811228-987      | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | 811228-98745    | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | abc             | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | ''              | must be 10 or 12 digits, such as YYMMDD-NNNN
            CONSUMER    | ٨١١٢٢٨-٩٨٧٤      | must be 10 or 12 digits, such as YYMMDD-NNNN
            """)
    void is_refused_with_a_reason(DebtorKind kind, String text, String reason) {
        assertEquals(reason, invalid(kind, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"810229123", "811301123", "810431123", "810010123", "810100123"})
    void no_such_day(String nine) {
        assertEquals("has no such day of birth", invalid(DebtorKind.CONSUMER, "19" + checked(nine)));
    }

    @Test
    void birth_number_000_is_not_used() {
        assertEquals("the birth number 000 is not used", invalid(DebtorKind.CONSUMER, checked("811228000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"800060123", "800660123", "800291123"})
    void a_samordningsnummer_may_leave_the_day_or_month_of_birth_open(String nine) {
        assertEquals(
                Kind.SAMORDNINGSNUMMER,
                valid(DebtorKind.CONSUMER, "19" + checked(nine)).kind());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "811228-9874,     1981-12-28",
        "090527+1474,     1909-05-27",
        "701063-2391,     1970-10-03",
    })
    void the_day_of_birth(String written, LocalDate born) {
        assertEquals(Optional.of(born), valid(DebtorKind.CONSUMER, written).birthDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"800060123", "800660123", "800291123"})
    void no_day_of_birth_where_a_samordningsnummer_leaves_it_open(String nine) {
        assertEquals(
                Optional.empty(),
                valid(DebtorKind.CONSUMER, "19" + checked(nine)).birthDate());
    }

    @Test
    void nobody_was_born_after_today() {
        assertEquals("the day of birth lies ahead", invalid(DebtorKind.CONSUMER, "20" + checked("260401123")));
        assertEquals("the day of birth lies ahead", invalid(DebtorKind.CONSUMER, "20" + checked("260461123")));
        assertEquals(
                Kind.SAMORDNINGSNUMMER,
                valid(DebtorKind.CONSUMER, "20" + checked("260391123")).kind());
    }

    @Test
    void an_organisation_was_not_born() {
        assertEquals(Optional.empty(), valid(DebtorKind.BUSINESS, "556036-0793").birthDate());
    }

    @ParameterizedTest
    @CsvSource({
        "8112289874,     PERSONNUMMER",
        "811228-9874,    SAMORDNINGSNUMMER",
        "165560360793,   ORGANISATIONSNUMMER",
        "131052Z308T,    HENKILOTUNNUS",
        "01120389,       Y_TUNNUS",
    })
    void what_is_not_in_normal_form_makes_no_identity_number_and_is_not_repeated(String text, Kind kind) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new IdentityNumber(text, kind));
        assertEquals("not the normal form of a " + kind, refused.getMessage());
    }

    @Test
    void a_samordningsnummer_has_no_day_beyond_91() {
        assertEquals("has no such day of birth", invalid(DebtorKind.CONSUMER, "19" + checked("800692123")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"811228 9874", "090527 1474"})
    void ten_digits_with_a_space_for_the_sign_are_refused_because_a_plus_may_have_been_lost(String text) {
        assertEquals("needs - or + before the last four digits, or the century", invalid(DebtorKind.CONSUMER, text));
    }

    @Test
    void with_the_century_a_space_does_no_harm() {
        assertEquals("198112289874", valid(DebtorKind.CONSUMER, "19811228 9874").normalised());
    }

    @Test
    void a_country_whose_numbers_are_not_known() {
        assertInstanceOf(
                Parsed.Invalid.class, IdentityNumbers.parse(new Country("IS"), DebtorKind.CONSUMER, "1", TODAY));
    }

    @Test
    void a_personal_number_never_shows_in_full() {
        for (var number : new String[] {"811228-9874", "701063-2391"}) {
            var shown = parse(DebtorKind.CONSUMER, number).toString();
            assertFalse(shown.contains("228"), shown);
            assertFalse(shown.contains("9874") || shown.contains("2391"), shown);
        }
        assertTrue(valid(DebtorKind.BUSINESS, "556036-0793").toString().contains("5560360793"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "19900001, ESTATE",
        "20210054, PUBLIC",
        "39900001, FOREIGN",
        "55603607, LIMITED_COMPANY",
        "69900001, SIMPLE_PARTNERSHIP",
        "79900001, ECONOMIC_ASSOCIATION",
        "80200001, NON_PROFIT",
        "96900001, TRADING_PARTNERSHIP",
        "49900001, OTHER",
    })
    void the_first_digit_tells_the_form(String eight, OrganisationForm form) {
        var number = valid(DebtorKind.BUSINESS, checked(eight + "7"));
        assertEquals(form, OrganisationForm.of(number));
    }

    @Test
    void a_person_has_no_organisation_form() {
        var person = valid(DebtorKind.BUSINESS, "811228-9874");
        assertThrows(IllegalArgumentException.class, () -> OrganisationForm.of(person));
    }
}
