package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.ClaimPart.COSTS;
import static org.reskontra.rulebook.ClaimPart.INTEREST;
import static org.reskontra.rulebook.ClaimPart.PRINCIPAL;

import java.time.LocalDate;
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
