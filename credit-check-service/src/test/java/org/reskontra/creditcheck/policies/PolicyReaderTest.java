package org.reskontra.creditcheck.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.Behaviour;
import org.reskontra.creditcheck.scoring.PolicyRefused;

class PolicyReaderTest {

    private static final String GOOD = """
            id: test
            currency: SEK
            validDays: 30
            limits:
              - name: known
                limit: 100000.50
                settledAtLeast: 1
              - name: unproven
                limit: 25000
            rules:
              - code: AT_COLLECTION
                when: {atCollectionAtLeast: 1}
                answer: DECLINE
              - code: OVER_LIMIT
                when: {utilisationAbove: 1}
                answer: PREPAY
                share: excess
            """;

    @Test
    void the_shipped_policy_is_good() throws IOException {
        try (var shipped = getClass().getResourceAsStream("/policies/standard.yaml")) {
            var policy = PolicyReader.read(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("standard-2026-1", policy.id());
            assertEquals(Money.of(25_000_00, "SEK"), policy.limitFor(Behaviour.UNKNOWN));
        }
    }

    @Test
    void amounts_are_in_whole_units_and_may_have_decimals() {
        var policy = PolicyReader.read(GOOD);
        assertEquals(Money.of(100_000_50, "SEK"), policy.limitFor(new Behaviour(1, 0, 0, 0, 0)));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            id: test                      | id: ' '                           | id: is blank
            id: test                      | it: test                          | Unrecognized field "it"
            currency: SEK                 | currency: KRONOR                  | credit policy, text
            validDays: 30                 | validDays: 0                      | validDays: is 1 to 366
            validDays: 30                 | validDays: 367                    | validDays: is 1 to 366
            validDays: 30                 | validDays: soon                   | credit policy, text
            limit: 25000                  | limit: 100000.50                  | limit unproven: is not below the one before
            limit: 25000                  | limit: -1                         | limit unproven: is negative
            limit: 25000                  | limit: 0.005                      | is not an amount of SEK
            settledAtLeast: 1             | settledAtLeast: -1                | settledAtLeast is negative
            settledAtLeast: 1             | lateShareAtMost: 1.01             | lateShareAtMost is a share from 0 to 1
            name: unproven                | averageDaysLateAtMost: 3          | limits: name is missing
            limit: 25000                  | limit: 25000, settledAtLeast: 1   | credit policy, text
            code: OVER_LIMIT              | code: AT_COLLECTION               | rule AT_COLLECTION: the code is taken
            code: OVER_LIMIT              | code: WITHIN_LIMIT                | rule WITHIN_LIMIT: the code is taken
            code: OVER_LIMIT              | code: over-limit                  | a code is 3 to 50 capital letters
            {atCollectionAtLeast: 1}      | {}                                | applies to everybody
            {atCollectionAtLeast: 1}      | {lateShareAbove: 2}               | lateShareAbove is a share from 0 to 1
            {atCollectionAtLeast: 1}      | {mood: bad}                       | Unrecognized field "mood"
            answer: DECLINE               | answer: SHRUG                     | credit policy, text
            answer: DECLINE               | answer: APPROVE                   | APPROVE cannot stand alone
            share: excess                 | share: 0                          | a prepayment is above 0 to 1
            share: excess                 | share: 1.5                        | a prepayment is above 0 to 1
            answer: PREPAY                | answer: REFER                     | a share goes with PREPAY only
            share: excess                 | note: none                        | Unrecognized field "note"
            """)
    void a_wrong_policy_is_refused_and_the_place_named(String good, String bad, String complaint) {
        assertTrue(GOOD.contains(good), good);
        var refused = assertThrows(PolicyRefused.class, () -> PolicyReader.read(GOOD.replace(good, bad)));
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    @Test
    void the_last_limit_must_be_for_everybody() {
        var nobody = GOOD.replace("limit: 25000", "limit: 25000\n    settledAtLeast: 1");
        assertTrue(assertThrows(PolicyRefused.class, () -> PolicyReader.read(nobody))
                .getMessage()
                .contains("the last one must be for everybody"));
    }

    @ParameterizedTest
    @CsvSource({"''", "'rules: ['", "'just words'", "'a: 1\na: 2'"})
    void what_is_no_policy_at_all_is_refused(String text) {
        assertThrows(PolicyRefused.class, () -> PolicyReader.read(text));
    }
}
