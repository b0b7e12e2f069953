package org.reskontra.rulebook.allocation;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.kr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.PackRefused;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;

/** What a payment covers, for a lawyer to read. Interest is given, as counted to the day of payment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllocationCasesTest {

    /** The older one is B. */
    private static final List<OpenClaim> TWO_CLAIMS = List.of(
            new OpenClaim("A", LocalDate.parse("2025-02-28"), Outstanding.of(kr("1000"), kr("20"), kr("60"))),
            new OpenClaim("B", LocalDate.parse("2025-01-31"), Outstanding.of(kr("500"), kr("10"), kr("60"))));

    @ParameterizedTest(name = "{0} {1} {2} pays {6} of {3} + {4} + {5}")
    @CsvSource(delimiter = '|', textBlock = """
            #   |    | debtor      | principal | interest | costs | paid    | to costs | to interest | to principal | rest     | excess
            # --+----+-------------+-----------+----------+-------+---------+----------+-------------+--------------+----------+-------
            f   | SE | CONSUMER    |  10000    |   90.41  |  240  | 4000    |   240    |     90.41   |    3669.59   |  6330.41 | 0
            g   | FI | CONSUMER    |    800    |   13.81  |   29  |  300    |     0    |     13.81   |     286.19   |   542.81 | 0
            a   | FI | CONSUMER    |    800    |   13.81  |   29  |  842.81 |    29    |     13.81   |     800      |     0    | 0
            b   | FI | CONSUMER    |    800    |   13.81  |   29  |  820    |     6.19 |     13.81   |     800      |    22.81 | 0
            c   | FI | BUSINESS    |    800    |   13.81  |   29  |  300    |    29    |     13.81   |     257.19   |   542.81 | 0
            d   | SE | PUBLIC_BODY |    800    |   13.81  |  450  |  455    |   450    |      5      |       0      |   808.81 | 0
            e   | SE | CONSUMER    |    100    |    1     |    0  |  150    |     0    |      1      |     100      |     0    | 49
            """)
    void a_payment_of_one_claim(
            String row,
            String country,
            DebtorKind debtor,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal costs,
            BigDecimal paid,
            BigDecimal toCosts,
            BigDecimal toInterest,
            BigDecimal toPrincipal,
            BigDecimal rest,
            BigDecimal excess) {
        var pack = Rulebook.standard().pack(new Country(country));
        var currency = pack.currency();
        var owed = Outstanding.of(money(principal, currency), money(interest, currency), money(costs, currency));
        var expected =
                new Allocation(money(toCosts, currency), money(toInterest, currency), money(toPrincipal, currency));

        var plain = PaymentAllocation.allocate(pack, debtor, owed, money(paid, currency));
        assertEquals(expected, plain.allocation());

        var claim = new OpenClaim("A", LocalDate.parse("2025-01-31"), owed);
        var explained =
                PaymentAllocation.allocate(pack, debtor, List.of(claim), money(paid, currency), new Designation.None());
        var covered = explained.claims().getFirst();
        assertEquals(expected, covered.allocation());
        assertEquals(money(rest, currency), covered.rest().total());
        assertEquals(money(excess, currency), explained.excess());
        assertEquals(
                explained.excess().minor(),
                TraceCheck.recompute(explained.trace()).longValueExact());
    }

    @ParameterizedTest(name = "{0} kr for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # paid | the debtor names | covered, in order
            600    | nothing          | B costs 60, B interest 10, B principal 500, A costs 30
            600    | A                | A costs 60, A interest 20, A principal 520
            1080   | A                | A costs 60, A interest 20, A principal 1000
            1100   | A                | A costs 60, A interest 20, A principal 1000, B costs 20
            600    | PRINCIPAL        | B principal 500, A principal 100
            1515   | PRINCIPAL        | B principal 500, A principal 1000, B costs 15
            1050   | A PRINCIPAL      | A principal 1000, A costs 50
            1100   | A PRINCIPAL      | A principal 1000, A costs 60, A interest 20, B costs 20
            15     | B INTEREST       | B interest 10, B costs 5
            2000   | nothing          | B costs 60, B interest 10, B principal 500, A costs 60, A interest 20, A principal 1000
            """)
    void the_debtor_s_word_goes_first_then_the_oldest_claim(String paid, String names, String covered) {
        assertEquals(covered, written(pay(PACK, kr(paid), designation(names))));
    }

    @Test
    void each_claim_is_told_what_it_got_in_the_order_they_were_given() {
        var paid = pay(PACK, kr("600"), new Designation.None());
        assertEquals(
                List.of(
                        new CoveredClaim(
                                "A",
                                new Allocation(kr("30"), kr("0"), kr("0")),
                                Outstanding.of(kr("1000"), kr("20"), kr("30"))),
                        new CoveredClaim(
                                "B",
                                new Allocation(kr("60"), kr("10"), kr("500")),
                                Outstanding.of(kr("0"), kr("0"), kr("0")))),
                paid.claims());
        assertEquals(kr("0"), paid.excess());
        assertEquals(kr("350"), pay(PACK, kr("2000"), new Designation.None()).excess());
    }

    @Test
    void the_rules_behind_the_order_are_named_the_debtor_s_word_only_where_it_counts() {
        assertEquals("SE-PAY-2 SE-PAY-1", rules(pay(PACK, kr("1"), new Designation.None())));
        assertEquals("SE-PAY-3 SE-PAY-2 SE-PAY-1", rules(pay(PACK, kr("1"), new Designation.OfClaim("A"))));
    }

    @Test
    void what_the_law_gives_no_effect_is_left_aside() {
        var claimOnly = amended("value: [CLAIM, PART]", "value: [CLAIM]");
        assertEquals("B costs 1", written(pay(claimOnly, kr("1"), new Designation.OfPart(ClaimPart.PRINCIPAL))));
        assertEquals(
                "A costs 1",
                written(pay(claimOnly, kr("1"), new Designation.OfClaimAndPart("A", ClaimPart.PRINCIPAL))));
        var nothing = amended("value: [CLAIM, PART]", "value: []");
        assertEquals("B costs 1", written(pay(nothing, kr("1"), new Designation.OfClaim("A"))));
        assertEquals("SE-PAY-2 SE-PAY-1", rules(pay(nothing, kr("1"), new Designation.OfClaim("A"))));
    }

    @Test
    void an_order_that_leaves_out_a_part_is_refused() {
        var refused =
                assertThrows(PackRefused.class, () -> amended("[COSTS, INTEREST, PRINCIPAL]", "[COSTS, PRINCIPAL]"));
        assertEquals(
                "must name every part of a claim, or one would never be paid: [COSTS, PRINCIPAL]",
                refused.getMessage().substring(refused.getMessage().indexOf("must")));
    }

    @Test
    void what_a_caller_must_not_ask() {
        refused(() -> pay(PACK, kr("-1"), new Designation.None()));
        refused(() -> pay(PACK, Money.of(100, "EUR"), new Designation.None()));
        refused(() -> pay(PACK, kr("1"), new Designation.OfClaim("C")));
        refused(() -> pay(List.of()));
        refused(() -> pay(List.of(TWO_CLAIMS.get(0), TWO_CLAIMS.get(0))));
        refused(() -> pay(List.of(
                new OpenClaim("A", LocalDate.parse("2025-01-31"), Outstanding.of(kr("-5"), kr("0"), kr("0"))))));
    }

    private static void refused(Runnable call) {
        assertThrows(IllegalArgumentException.class, call::run);
    }

    private static void pay(List<OpenClaim> claims) {
        PaymentAllocation.allocate(PACK, DebtorKind.CONSUMER, claims, kr("1"), new Designation.None());
    }

    private static AllocatedPayment pay(RulePack pack, Money amount, Designation designation) {
        return PaymentAllocation.allocate(pack, DebtorKind.CONSUMER, TWO_CLAIMS, amount, designation);
    }

    private static String written(AllocatedPayment paid) {
        return paid.shares().stream()
                .filter(share -> share.amount().isPositive())
                .map(share -> share.reference() + " " + share.part().name().toLowerCase(Locale.ROOT) + " "
                        + share.amount().toMajor().stripTrailingZeros().toPlainString())
                .collect(joining(", "));
    }

    private static String rules(AllocatedPayment paid) {
        return paid.rules().stream().map(AllocatedPayment.AppliedRule::ruleId).collect(joining(" "));
    }

    /** {@code nothing}, {@code A}, {@code PRINCIPAL} or {@code A PRINCIPAL}. */
    private static Designation designation(String names) {
        var words = names.split(" ");
        if (names.equals("nothing")) {
            return new Designation.None();
        }
        if (words.length == 2) {
            return new Designation.OfClaimAndPart(words[0], ClaimPart.valueOf(words[1]));
        }
        return names.length() == 1 ? new Designation.OfClaim(names) : new Designation.OfPart(ClaimPart.valueOf(names));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.ofMajor(amount, currency, RoundingMode.UNNECESSARY);
    }
}
