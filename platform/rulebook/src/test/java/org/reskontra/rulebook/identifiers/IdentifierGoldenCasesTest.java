package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheck;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheckFixedLength;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheckWithLength;
import org.reskontra.rulebook.identifiers.OcrAgreement.Soft;

/** Numbers and references worked by hand, or published by those who issue them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentifierGoldenCasesTest {

    @ParameterizedTest(name = "G32 {0}: {1}, with a length digit {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # base  | check digit | length and check digit
            1234567 | 12345674    | 123456790
            """)
    void G32_ocr_reference(String base, String checked, String withLength) {
        assertEquals(checked, OcrReference.of(new Soft(), base));
        assertEquals(checked, OcrReference.of(new HardCheck(), base));
        assertEquals(withLength, OcrReference.of(new HardCheckWithLength(), base));
        assertEquals(checked, OcrReference.of(new HardCheckFixedLength(Set.of(8)), base));
    }

    @ParameterizedTest(name = "G33 {0}: {1} and {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # base     | viitenumero | as printed     | RF                | as printed
            2026000123 | 20260001230 | 2 02600 01230  | RF3620260001230   | RF36 2026 0001 230
            """)
    void G33_viitenumero_and_its_rf_form(String base, String digits, String written, String rf, String rfWritten) {
        var finnish = FinnishReference.of(base);
        assertEquals(digits, finnish.digits());
        assertEquals(written, finnish.written());

        var international = finnish.international();
        assertEquals(rf, international.normalised());
        assertEquals(rfWritten, international.written());
        assertEquals(Optional.of(finnish), new CreditorReference(rf).finnish());
    }

    @ParameterizedTest(name = "G34 {0} {1} is valid, with any other last digit or letter it is not")
    @CsvSource({
        "BANKGIRO,            991-2346,         9912346",
        "ORGANISATIONSNUMMER, 556036-0793,      5560360793",
        "PERSONNUMMER,        811228-9874,      198112289874",
        "SAMORDNINGSNUMMER,   701063-2391,      197010632391",
        "Y_TUNNUS,            0112038-9,        0112038-9",
        "HENKILOTUNNUS,       131052-308T,      131052-308T",
        "RF,                  RF18539007547034, RF18539007547034",
    })
    void G34_valid_numbers(Scheme scheme, String written, String normal) {
        assertEquals(Optional.of(normal), scheme.read(written));
        int last = written.length() - 1;
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .mapToObj(Character::toString)
                .filter(sign -> !written.endsWith(sign))
                .map(sign -> written.substring(0, last) + sign)
                .forEach(wrong -> assertEquals(Optional.empty(), scheme.read(wrong), wrong));
    }
}
