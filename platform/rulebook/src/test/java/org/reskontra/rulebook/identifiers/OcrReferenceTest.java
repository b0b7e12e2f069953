package org.reskontra.rulebook.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheck;
import org.reskontra.rulebook.identifiers.OcrAgreement.HardCheckFixedLength;
import org.reskontra.rulebook.identifiers.OcrAgreement.Soft;
import org.reskontra.rulebook.identifiers.OcrReference.Reading.Correct;
import org.reskontra.rulebook.identifiers.OcrReference.Reading.Doubtful;
import org.reskontra.rulebook.identifiers.OcrReference.Reading.Wrong;

class OcrReferenceTest {

    @Test
    void a_soft_agreement_lets_a_wrong_reference_through_for_a_person_to_see() {
        assertEquals(new Correct("4711008"), OcrReference.read(new Soft(), OcrReference.hardCheck("471100")));
        assertEquals(new Doubtful("4711004"), OcrReference.read(new Soft(), "47 110 04"));
        assertInstanceOf(Wrong.class, OcrReference.read(new Soft(), "47110A"));
    }

    @Test
    void a_hard_agreement_does_not() {
        assertEquals(new Correct("4711008"), OcrReference.read(new HardCheck(), "4711008"));
        assertEquals(new Wrong("the check digit is wrong"), OcrReference.read(new HardCheck(), "4711004"));
    }

    @Test
    void the_length_digit_counts_the_whole_reference_modulo_ten() {
        for (int length = 1; length <= 23; length++) {
            var reference = OcrReference.hardCheckWithLength("7".repeat(length));
            assertEquals(length + 2, reference.length());
            assertEquals((length + 2) % 10, reference.charAt(length) - '0');
            assertTrue(OcrReference.validHardCheckWithLength(reference));
        }
        var shorter = OcrReference.hardCheck("47119"); // a right check digit behind a wrong length digit
        assertFalse(OcrReference.validHardCheckWithLength(shorter));
    }

    @Test
    void fixed_lengths_are_kept() {
        var sevenOrTen = new HardCheckFixedLength(Set.of(7, 10));
        assertEquals(new Correct("4711008"), OcrReference.read(sevenOrTen, "4711008"));
        assertInstanceOf(Wrong.class, OcrReference.read(sevenOrTen, OcrReference.hardCheck("4711001")));
        assertInstanceOf(Wrong.class, OcrReference.read(sevenOrTen, "4711004"));
        assertThrows(IllegalArgumentException.class, () -> new HardCheckFixedLength(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new HardCheckFixedLength(Set.of(5, 6, 7)));
        assertThrows(IllegalArgumentException.class, () -> new HardCheckFixedLength(Set.of(26)));
    }

    @Test
    void a_base_must_fill_a_fixed_length() {
        var sevenOrTen = new HardCheckFixedLength(Set.of(7, 10));
        assertEquals("4711008", OcrReference.of(sevenOrTen, "471100"));
        assertEquals(10, OcrReference.of(sevenOrTen, "471100471").length());
        assertThrows(IllegalArgumentException.class, () -> OcrReference.of(sevenOrTen, "4711001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12 34", "-1", "123456789012345678901234"})
    void a_base_must_be_digits_that_leave_room(String base) {
        assertThrows(IllegalArgumentException.class, () -> OcrReference.hardCheckWithLength(base));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "00000000000000000000000000", "12-30", "٢٣"})
    void what_is_no_reference(String text) {
        assertFalse(OcrReference.validHardCheck(text));
        assertFalse(OcrReference.validHardCheckWithLength(text));
    }
}
