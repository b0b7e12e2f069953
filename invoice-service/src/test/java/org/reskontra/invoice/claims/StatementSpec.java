package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.ClaimPart.COSTS;
import static org.reskontra.rulebook.ClaimPart.INTEREST;
import static org.reskontra.rulebook.ClaimPart.PRINCIPAL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementSpec {

    private static final RulePack LAW = Rulebook.standard().pack(Country.SE);
    private static final ClaimTerms TERMS =
            new ClaimTerms(DebtorKind.BUSINESS, day("2025-01-31"), InterestTerms.STATUTORY, true);

    /** The ledger of golden case G18. */
    private static final List<Movement> G18 = List.of(
            moved("2025-01-01", PRINCIPAL, 10_000_00),
            moved("2025-02-05", COSTS, 240_00),
            new Movement(day("2025-03-02"), INTEREST, sek(90_41), Optional.of(day("2025-03-02"))),
            moved("2025-03-02", COSTS, -240_00),
            moved("2025-03-02", INTEREST, -90_41),
            moved("2025-03-02", PRINCIPAL, -3_669_59));

    @Test
    void g18_what_is_owed_a_month_after_the_part_payment() {
        var statement = on("2025-04-01");
        assertEquals(Outstanding.of(sek(6_330_41), sek(0), sek(0)), statement.booked());
        assertEquals(sek(57_23), statement.interest());
        assertEquals(sek(6_387_64), statement.total());
        assertEquals(day("2025-03-02"), statement.interestThrough());
        assertEquals(
                day("2025-03-03"),
                statement.accrued().orElseThrow().stretches().getFirst().from());
    }

    @Test
    void a_day_before_the_payment_knows_nothing_of_it() {
        var statement = on("2025-03-01");
        assertEquals(Outstanding.of(sek(10_000_00), sek(0), sek(240_00)), statement.booked());
        // 29 days at 11 %
        assertEquals(sek(87_40), statement.interest());
        assertEquals(sek(10_327_40), statement.total());
    }

    @Test
    void until_the_due_date_only_the_principal_is_owed() {
        assertEquals(sek(10_000_00), on("2025-01-31").total());
        assertTrue(on("2025-01-31").accrued().isEmpty());
    }

    @Test
    void a_day_before_the_invoice_owes_nothing() {
        assertEquals(sek(0), on("2024-12-31").total());
    }

    @Test
    void an_unknown_rate_is_said_and_not_guessed() {
        var statement = Statement.on(
                day("2001-03-02"),
                LAW,
                new ClaimTerms(DebtorKind.BUSINESS, day("2001-01-31"), InterestTerms.STATUTORY, true),
                List.of(moved("2001-01-01", PRINCIPAL, 10_000_00)));
        assertEquals(sek(10_000_00), statement.total());
        assertTrue(statement.review().isPresent());
    }

    @Test
    void a_payment_whose_interest_was_not_posted_still_counts_from_its_day() {
        // 10 kr at 11 %, 1 kr of it paid after one day: 0.30 öre, then 0.27 öre a day on 9 kr
        var movements = List.of(moved("2025-01-01", PRINCIPAL, 10_00), moved("2025-02-01", PRINCIPAL, -1_00));
        assertEquals(
                sek(9_00 + 1),
                Statement.on(day("2025-02-03"), LAW, TERMS, movements).total());
    }

    @Test
    void entries_made_late_count_from_their_days() {
        // G18, and 1 000 kr of 2025-02-10 told after it: 10 days on 10 000 kr, the rest on what was left
        var told = new ArrayList<>(G18);
        told.add(new Movement(day("2025-03-02"), INTEREST, sek(-90_41), Optional.of(day("2025-03-02"))));
        told.add(new Movement(day("2025-02-10"), INTEREST, sek(30_14), Optional.of(day("2025-02-10"))));
        told.add(new Movement(day("2025-03-02"), INTEREST, sek(55_88), Optional.of(day("2025-03-02"))));
        told.add(moved("2025-03-02", COSTS, 240_00));
        told.add(moved("2025-03-02", INTEREST, 34_53));
        told.add(moved("2025-03-02", PRINCIPAL, -274_53));
        told.add(moved("2025-02-10", COSTS, -240_00));
        told.add(moved("2025-02-10", INTEREST, -30_14));
        told.add(moved("2025-02-10", PRINCIPAL, -729_86));

        var between = Statement.on(day("2025-03-01"), LAW, TERMS, told);
        assertEquals(Outstanding.of(sek(9_270_14), sek(0), sek(0)), between.booked());
        assertEquals(day("2025-02-10"), between.interestThrough());

        var after = Statement.on(day("2025-03-02"), LAW, TERMS, told);
        assertEquals(Outstanding.of(sek(5_326_02), sek(0), sek(0)), after.booked());
        assertEquals(day("2025-03-02"), after.interestThrough());
    }

    @Test
    void interest_that_was_withdrawn_runs_anew_from_the_day_before_it() {
        var told = List.of(
                moved("2025-01-01", PRINCIPAL, 10_000_00),
                new Movement(day("2025-03-02"), INTEREST, sek(90_41), Optional.of(day("2025-03-02"))),
                new Movement(day("2025-03-02"), INTEREST, sek(-90_41), Optional.of(day("2025-03-02"))));
        var statement = Statement.on(day("2025-03-02"), LAW, TERMS, told);
        assertEquals(day("2025-01-31"), statement.interestThrough());
        assertEquals(sek(90_41), statement.interest());
    }

    @Test
    void a_claim_without_a_ledger_is_a_bug() {
        assertThrows(IllegalArgumentException.class, () -> Statement.on(day("2025-02-03"), LAW, TERMS, List.of()));
    }

    private static Statement on(String date) {
        return Statement.on(day(date), LAW, TERMS, G18);
    }

    private static Movement moved(String on, ClaimPart part, long minor) {
        return new Movement(day(on), part, sek(minor), Optional.empty());
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
