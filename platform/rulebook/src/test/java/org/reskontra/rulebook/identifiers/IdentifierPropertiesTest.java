package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/** What must hold for every number of every scheme: ten thousand made-up ones each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentifierPropertiesTest {

    private static final int INPUTS = 10_000;
    private static final long SEED = 20_260_331;

    @ParameterizedTest
    @EnumSource
    void what_was_made_reads_back_plain_and_as_people_write_it(Scheme scheme) {
        var random = new Random(SEED);
        for (int i = 0; i < INPUTS; i++) {
            var number = scheme.madeUp(random);
            assertEquals(Optional.of(number), scheme.read(number), number);
            assertEquals(Optional.of(number), scheme.read(scheme.written(number)), scheme.written(number));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_wrong_digit_is_noticed_wherever_it_stands(Scheme scheme) {
        var random = new Random(SEED);
        for (int i = 0; i < INPUTS; i++) {
            var number = scheme.madeUp(random);
            for (int at = scheme.unprotected(); at < number.length(); at++) {
                if (Character.isDigit(number.charAt(at))) {
                    var mistyped = withAnotherDigit(random, number, at);
                    assertEquals(Optional.empty(), scheme.read(mistyped), () -> number + " as " + mistyped);
                }
            }
        }
    }

    @Test
    void under_a_soft_agreement_a_wrong_digit_is_let_through_for_a_person_to_look_at() {
        var random = new Random(SEED);
        var soft = new OcrAgreement.Soft();
        for (int i = 0; i < INPUTS; i++) {
            var reference = Scheme.OCR_SOFT.madeUp(random);
            var mistyped = withAnotherDigit(random, reference, random.nextInt(reference.length()));
            assertEquals(new OcrReference.Reading.Doubtful(mistyped), OcrReference.read(soft, mistyped));
        }
    }

    @Test
    void a_viitenumero_comes_out_of_its_rf_form_as_it_went_in() {
        var random = new Random(SEED);
        for (int i = 0; i < INPUTS; i++) {
            var finnish = new FinnishReference(Scheme.VIITENUMERO.madeUp(random));
            var international = CreditorReference.parse(finnish.international().written());
            var read = assertInstanceOf(CreditorReference.Parsed.Valid.class, international);
            assertEquals(Optional.of(finnish), read.reference().finnish());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PERSONNUMMER", "SAMORDNINGSNUMMER", "HENKILOTUNNUS"})
    void nothing_of_a_personal_number_shows_whole_or_refused(Scheme scheme) {
        var random = new Random(SEED);
        var kind = IdentityNumber.Kind.valueOf(scheme.name());
        var country = kind == IdentityNumber.Kind.HENKILOTUNNUS ? Country.FI : Country.SE;
        for (int i = 0; i < INPUTS; i++) {
            var number = scheme.madeUp(random);
            var whole = new IdentityNumbers.Parsed.Valid(new IdentityNumber(number, kind));
            assertFalse(whole.toString().matches(".*[0-9].*"), whole::toString);
            var mistyped = withAnotherDigit(random, number, 9);
            var refused = IdentityNumbers.parse(country, DebtorKind.CONSUMER, mistyped, Scheme.TODAY);
            assertFalse(refused.toString().contains(mistyped.substring(0, 6)), refused::toString);
        }
    }

    private static String withAnotherDigit(RandomGenerator random, String number, int at) {
        var changed = new StringBuilder(number);
        changed.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + random.nextInt(1, 10)) % 10));
        return changed.toString();
    }
}
