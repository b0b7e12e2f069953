package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.rulebook.identifiers.Iban.Parsed;

/** The numbers are the examples of the IBAN registry. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IbanTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "SE4550000000058398257466,      SE, SE45 5000 0000 0583 9825 7466",
        "se45 5000 0000 0583 9825 7466, SE, SE45 5000 0000 0583 9825 7466",
        "FI2112345600000785,            FI, FI21 1234 5600 0007 85",
        "NO93 8601.11.17947,            NO, NO93 8601 1117 947",
        "DK50-0040-0440116243,          DK, DK50 0040 0440 1162 43",
        "GB29NWBK60161331926819,        GB, GB29 NWBK 6016 1331 9268 19",
        "XK051212012345678906,          XK, XK05 1212 0123 4567 8906",
    })
    void is_read_however_it_is_spaced_and_written_in_groups_of_four(String text, String country, String written) {
        var iban = assertInstanceOf(Parsed.Valid.class, Iban.parse(text)).iban();
        assertEquals(country, iban.countryCode());
        assertEquals(written, iban.written());
        assertEquals(written.replace(" ", ""), iban.normalised());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SE4650000000058398257466 | the check digits do not fit the rest
            SE455000000005839825746  | the check digits do not fit the rest
            QQ9312345678             | no IBAN begins with QQ
            US9312345678             | no IBAN begins with US
            SE40                     | must be a country code, two check digits and an account number
            S                        | must be a country code, two check digits and an account number
            ''                       | must be a country code, two check digits and an account number
            5000 0000 0583 9825 7466 | must be a country code, two check digits and an account number
            SE45/5000000005839825746 | must be a country code, two check digits and an account number
            """)
    void is_refused_with_a_reason(String text, String reason) {
        assertEquals(new Parsed.Invalid(reason), Iban.parse(text));
    }

    @ParameterizedTest(name = "{0} digits")
    @ValueSource(ints = {1, 19, 21, 30})
    void a_swedish_account_number_has_twenty_digits_however_right_the_check_digits_are(int digits) {
        var wrongLength = Scheme.iban("SE", "5".repeat(digits));
        assertEquals(new Parsed.Invalid("account numbers of SE are formed otherwise"), Iban.parse(wrongLength));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SE4650000000058398257466", "se4550000000058398257466", "SE45 5000 0000 0583 9825 7466", ""})
    void a_value_is_never_wrong(String normalised) {
        assertThrows(IllegalArgumentException.class, () -> new Iban(normalised));
    }
}
