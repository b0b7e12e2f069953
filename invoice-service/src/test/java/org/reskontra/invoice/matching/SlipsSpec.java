package org.reskontra.invoice.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.rulebook.identifiers.OcrReference;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlipsSpec {

    @ParameterizedTest
    @CsvSource({
        "202611794, 202611794, false",
        "202611794, 202611784, true",
        "202611794, 202611749, true",
        "202611794, 20261179, true",
        "202611794, 02611794, true",
        "202611794, 2026117944, true",
        "202611794, 2026111794, true",
        "202611794, 202611974, true",
        "202611794, 202116794, false",
        "202611794, 2026117, false",
        "202611794, 20261188, false",
    })
    void one_slip(String one, String other, boolean expected) {
        assertEquals(expected, Slips.isOne(one, other));
        assertEquals(expected, Slips.isOne(other, one));
    }

    @RepeatedTest(20)
    void a_mistyped_reference_leads_back_to_the_right_one(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var right = OcrReference.hardCheckWithLength("" + (1_000_000 + random.nextInt(1_000_000_000)));
        int at = 1 + random.nextInt(right.length() - 2);
        char wrong = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        var mistyped = right.substring(0, at) + wrong + right.substring(at + 1);

        var undone = Slips.undone(mistyped);

        assertTrue(undone.contains(right) || undone.isEmpty(), mistyped);
        assertTrue(undone.size() <= 150, "bounded");
        undone.forEach(reference -> assertTrue(Slips.isOne(mistyped, reference)));
    }

    @Test
    void a_reference_that_is_right_is_not_undone() {
        assertEquals(Set.of(), Slips.undone("202611794"));
    }
}
