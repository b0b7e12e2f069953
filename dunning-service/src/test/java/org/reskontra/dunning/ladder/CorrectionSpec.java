package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.dunning.ladder.Example.*;
import static org.reskontra.dunning.ladder.Given.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the ladder makes of a ledger that puts right what it had told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionSpec {

    private static final CaseEvent[] REMINDED = {
        opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05")
    };

    @Test
    void a_debt_that_was_paid_in_time_after_all_ends_the_ladder() {
        given(REMINDED)
                .and(noted(owed(10_000_00, 0, 60_00), "2026-04-05"))
                .when(ledgerCorrects(principal(0), "2026-04-12"))
                .then(corrected(principal(0), "2026-04-12"))
                .nothingIsPlanned()
                .when(settles("2026-03-31"))
                .then(settled("2026-03-31"));
    }

    @Test
    void a_case_that_was_handed_over_for_nothing_is_ended() {
        given(REMINDED)
                .and(handedOver(owed(10_000_00, 46_58, 60_00), "2026-04-17"))
                .when(ledgerCorrects(principal(0), "2026-04-20"))
                .then(corrected(principal(0), "2026-04-20"))
                .when(settles("2026-03-31"))
                .then(settled("2026-03-31"))
                .nothingIsPlanned();
    }

    @Test
    void interest_that_was_withdrawn_is_counted_anew_in_the_claim_that_is_handed_over() {
        var claim = given(REMINDED)
                .and(interestBooked(owed(6_000_00, 0, 0), "2026-04-10"))
                .when(ledgerWithdrawsInterest(owed(5_000_00, 0, 0), "2026-04-12", "2026-04-03"))
                .then(new CaseEvent.StandingCorrected(day("2026-04-12"), owed(5_000_00, 0, 0), day("2026-04-03")))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();
        // 14 days on 5 000 kr at 10 %
        assertEquals(owed(5_000_00, 19_18, 0), claim.claim());
    }
}
