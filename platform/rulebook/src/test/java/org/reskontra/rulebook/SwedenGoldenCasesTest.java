package org.reskontra.rulebook;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.costs.AuthorityFees;
import org.reskontra.rulebook.costs.CostReason;
import org.reskontra.rulebook.costs.CostTable;
import org.reskontra.rulebook.costs.ReminderFee;
import org.reskontra.rulebook.demands.CollectionDemandRules;
import org.reskontra.rulebook.identifiers.Endings;
import org.reskontra.rulebook.identifiers.OcrAgreement;
import org.reskontra.rulebook.identifiers.OcrReference;
import org.reskontra.rulebook.identifiers.Scheme;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestStart;
import org.reskontra.rulebook.interest.InterestStart.Demand;
import org.reskontra.rulebook.interest.InterestStart.Start;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.PrincipalChange;
import org.reskontra.rulebook.interest.Stretch;
import org.reskontra.rulebook.limitation.Interruption;
import org.reskontra.rulebook.limitation.Limitation;
import org.reskontra.rulebook.limitation.LimitationResult.RunsUntil;
import org.reskontra.rulebook.limitation.RunningClaim;

/**
 * Swedish cases worked by hand, for a lawyer to read. Amounts in kronor. Interest runs on the days after the due date
 * through the day of payment, each day at its own rate over 365, and the sum is rounded once.
 */
class SwedenGoldenCasesTest {

    @ParameterizedTest(name = "{0} {5}: {1} kr due {2}, paid {3}: {4} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #    | principal |    due     |    paid    |   interest | why                          | days and rates
            # ---+-----------+------------+------------+------------+------------------------------+--------------------------------------
            G1   | 10 000    | 2023-05-15 | 2023-08-20 |     293.01 | across a rate change         | 46 d 10.5 % + 51 d 11.5 %
            G2   | 10 000    | 2024-03-31 | 2024-04-30 |      98.63 | thirty days in one half-year | 30 d 12 %
            G3   |  2 500    | 2025-06-15 | 2025-07-15 |      21.58 | rounded once and not twice   | 15 d 11 % + 15 d 10 %
            G4   | 10 000    | 2018-06-30 | 2018-07-30 |      61.64 | a negative reference rate    | 30 d 7.5 %
            G5   |  1 250.50 | 2022-12-15 | 2023-01-31 |      15.81 | principal with ören          | 16 d 8.5 % + 31 d 10.5 %
            G6   | 10 000    | 2023-12-31 | 2024-12-31 |   1 203.29 | a leap year has 366 days     | 366 d 12 %
            G7   | 50 000    | 2024-10-31 | 2025-09-30 |   4 990.41 | three half-years             | 61 d 12 % + 181 d 11 % + 92 d 10 %
            G10a | 10 000    | 2024-03-31 | 2024-03-31 |       0.00 | paid on the due date         |
            G10b | 10 000    | 2024-03-31 | 2024-03-05 |       0.00 | paid before the due date     |
            """)
    void late_interest(String name, String principal, String due, String paid, String kronor, String why, String days) {
        var result = interest(late(principal, due, paid));
        assertEquals(kr(kronor), result.interest());
        assertEquals(days == null ? "" : days, written(result.stretches()));
    }

    @Test
    void G1_with_the_due_date_counted_instead_of_the_day_of_payment_is_292_74() {
        var pack = amended("AFTER_START_THROUGH_PAYMENT\n", "FROM_START_BEFORE_PAYMENT\n");
        var result = computed(LateInterest.accrue(pack, late("10 000", "2023-05-15", "2023-08-20")));
        assertEquals(kr("292.74"), result.interest());
    }

    @Test
    void G6_with_leap_years_counted_as_366_days_is_1_200() {
        var pack = amended("value: ACT/365", "value: ACT/ACT");
        var result = computed(LateInterest.accrue(pack, late("10 000", "2023-12-31", "2024-12-31")));
        assertEquals(kr("1200.00"), result.interest());
    }

    @Test
    void G8_without_due_date_interest_starts_30_days_after_the_invoice_was_sent() {
        var invoice = new Demand(day("2025-03-01"), null, false);
        var start = InterestStart.withoutDueDate(PACK, DebtorKind.BUSINESS, invoice, null);
        assertEquals(new Start.After(day("2025-03-31"), "SE-INT-3"), start);
        assertEquals(
                kr("72.33"), interest(late("8 000", "2025-03-31", "2025-04-30")).interest());
    }

    @Test
    void G9_a_consumer_who_was_not_warned_pays_no_interest_until_served() {
        var invoice = new Demand(day("2025-03-01"), null, false);
        var unwarned = InterestStart.withoutDueDate(PACK, DebtorKind.CONSUMER, invoice, null);
        assertEquals("SE-INT-3", assertInstanceOf(Start.NotYet.class, unwarned).ruleId());

        var served = InterestStart.withoutDueDate(PACK, DebtorKind.CONSUMER, invoice, day("2025-06-10"));
        assertEquals(new Start.After(day("2025-06-10"), "SE-INT-4"), served);
    }

    @ParameterizedTest(name = "G11 reminder of {0}, agreed {1}, wanted {2} kr: {3} kr")
    @CsvSource(delimiter = '|', textBlock = """
            # sent    | agreed | wanted | fee
            2025-02-10 | false  |     60 |   0
            2025-02-10 | true   |     60 |  60
            2025-02-10 | true   |     65 |  60
            2025-02-10 | true   |     45 |  45
            2013-03-16 | true   |     60 |  60
            2013-03-15 | true   |     60 |  50
            """)
    void reminder_fee_of_a_consumer(String sent, boolean agreed, String wanted, String fee) {
        var decision = ReminderFee.decide(PACK, DebtorKind.CONSUMER, kr(wanted), agreed, day(sent));
        assertEquals(kr(fee), decision.fee());
        assertEquals("SE-FEE-1", decision.ruleId());
    }

    @Test
    void G18_a_part_payment_covers_costs_then_interest_then_principal() {
        // given 10 000 kr due 2025-01-31 and 240 kr of costs
        var until = interest(late("10 000", "2025-01-31", "2025-03-02"));
        assertEquals(kr("90.41"), until.interest());

        // when 4 000 kr is paid on 2025-03-02
        var owed = Outstanding.of(kr("10000"), until.interest(), kr("240"));
        var paid = PaymentAllocation.allocate(PACK, DebtorKind.CONSUMER, owed, kr("4000"));

        // then
        assertEquals(kr("240"), paid.allocation().costs());
        assertEquals(kr("90.41"), paid.allocation().interest());
        assertEquals(kr("3669.59"), paid.allocation().principal());
        assertEquals(Outstanding.of(kr("6330.41"), kr("0"), kr("0")), paid.rest());
        assertEquals(kr("0"), paid.excess());

        // and on 2025-04-01
        var later = interest(late("6 330.41", "2025-03-02", "2025-04-01")).interest();
        assertEquals(kr("57.23"), later);
        assertEquals(kr("6387.64"), paid.rest().total().plus(later));
    }

    @Test
    void G18_in_one_calculation_the_part_payment_starts_a_new_stretch() {
        var payment = new PrincipalChange(day("2025-03-02"), kr("-3669.59"));
        var claim = new InterestClaim(
                DebtorKind.CONSUMER, kr("10000"), day("2025-01-31"), day("2025-04-01"), List.of(payment), null);
        var stretches = interest(claim).stretches();
        assertEquals("30 d 11 % + 30 d 11 %", written(stretches));
        assertEquals(kr("6330.41"), stretches.getLast().principal());
        assertEquals(day("2025-03-03"), stretches.getLast().from());
    }

    @Test
    void G19_a_demand_leaves_eight_days_and_legal_steps_wait_for_them_to_pass() {
        var deadline = CollectionDemandRules.earliestDeadline(PACK, DebtorKind.CONSUMER, day("2025-03-03"));
        assertEquals(day("2025-03-11"), deadline);
        assertEquals(day("2025-03-12"), CollectionDemandRules.earliestLegalStep(deadline));
    }

    @ParameterizedTest(name = "{0} {1} {2} kr: {5} kr, with compensation {6} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | principal | debt                | measures, in days after the due date                 | costs | to pay | each
            # ---+----------+-----------+---------------------+------------------------------------------------------+-------+--------+--------------------
            G12  | CONSUMER |   2 500   | agreed              | reminder +5, demand +20                              |   240 |    240 | 60 + 180
            G13  | BUSINESS |  10 000   | agreed compensation | reminder +5, demand +20                              |   240 |    450 | 60 + 180
            G15  | BUSINESS |  10 000   | agreed compensation | reminder +5, demand +20, plan of 6 +40               |   410 |    450 | 60 + 180 + 170
            G16  | BUSINESS |  10 000   | agreed compensation | reminder +5, reminder +12, demand +20, plan of 6 +40 |   470 |    470 | 60 + 60 + 180 + 170
            G17  | CONSUMER |  10 000   | agreed compensation | reminder +5, demand +20                              |   240 |    240 | 60 + 180
            """)
    void costs_of_a_debt_due_on_2025_01_31(
            String name,
            String debtor,
            String principal,
            String kind,
            String measures,
            String costs,
            String toPay,
            String each) {
        var statement =
                CostTable.statement(PACK, CostTable.debt(PACK, debtor, principal, "2025-01-31", kind), measures);
        assertEquals(each, CostTable.each(statement));
        assertEquals(kr(costs), statement.costs());
        assertEquals(kr(toPay), statement.total());
    }

    @ParameterizedTest(name = "{0} {1} {2} kr due 2025-01-31, payment order on {4}: {8} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #   | debtor   | principal | debt                | applied on | interest | costs | order and work | all in all
            # --+----------+-----------+---------------------+------------+----------+-------+----------------+-----------
            G12 | CONSUMER |   2 500   | agreed              | 2025-03-12 |    30.14 |   240 |            680 |   3 450.14
            G13 | BUSINESS |  10 000   | agreed compensation | 2025-03-12 |   120.55 |   450 |            680 |  11 250.55
            """)
    void a_debt_with_reminder_demand_and_payment_order(
            String name,
            DebtorKind debtor,
            String principal,
            String kind,
            String on,
            String interest,
            String costs,
            String order,
            String all) {
        var accrued = interest(late(principal, "2025-01-31", on)).interest();
        assertEquals(kr(interest), accrued);
        var charged = CostTable.statement(
                        PACK,
                        CostTable.debt(PACK, debtor.name(), principal, "2025-01-31", kind),
                        "reminder +5, demand +20")
                .total();
        assertEquals(kr(costs), charged);
        var fees = fee(AuthorityFee.PAYMENT_ORDER, debtor, principal, on)
                .plus(fee(AuthorityFee.PAYMENT_ORDER_WORK, debtor, principal, on));
        assertEquals(kr(order), fees);
        assertEquals(kr(all), kr(principal).plus(accrued).plus(charged).plus(fees));
    }

    @ParameterizedTest(name = "{0} {1} kr unpaid: {2} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #   | unpaid   | base fee
            G14 | 3 450.14 |    600
            G14 |   100    |    600
            G14 |    99.99 |      0
            """)
    void enforcement(String name, String unpaid, String fee) {
        assertEquals(kr(fee), fee(AuthorityFee.ENFORCEMENT, DebtorKind.CONSUMER, unpaid, "2025-05-05"));
    }

    @Test
    void G17_compensation_from_a_consumer_is_refused_by_rule() {
        var debt = CostTable.debt(PACK, "CONSUMER", "10 000", "2025-01-31", "compensation");
        var compensation = CostTable.statement(PACK, debt, null).compensation();
        assertEquals(CostReason.NOT_CHARGEABLE, compensation.reason());
        assertEquals("SE-FEE-8", compensation.ruleId());
        assertEquals(kr("0"), compensation.amount());
    }

    @ParameterizedTest(name = "{0} {1}, bought {2}, demand received {3}: until {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #   | debtor   | arose      | demand received | last day
            G20 | CONSUMER | 2022-05-10 | 2024-11-02      | 2027-11-02
            G20 | BUSINESS | 2022-05-10 | 2024-11-02      | 2034-11-02
            """)
    void limitation(String name, DebtorKind debtor, LocalDate arose, LocalDate received, LocalDate last) {
        boolean consumer = debtor == DebtorKind.CONSUMER;
        var claim = new RunningClaim(
                arose,
                null,
                consumer ? ClaimKind.CONSUMER_SUPPLY : ClaimKind.OTHER,
                debtor,
                consumer,
                List.of(new Interruption.Demand(received, received, true)));
        var runs = assertInstanceOf(RunsUntil.class, Limitation.of(PACK, claim));
        assertEquals(last, runs.lastDay());
    }

    @ParameterizedTest(name = "{0} {1}: {2}, with a length digit {3}")
    @CsvSource(delimiter = '|', textBlock = """
            #   | base    | check digit | length and check digit
            G32 | 1234567 | 12345674    | 123456790
            """)
    void ocr_reference(String name, String base, String checked, String withLength) {
        assertEquals(checked, OcrReference.of(new OcrAgreement.Soft(), base));
        assertEquals(checked, OcrReference.of(new OcrAgreement.HardCheck(), base));
        assertEquals(withLength, OcrReference.of(new OcrAgreement.HardCheckWithLength(), base));
        assertEquals(checked, OcrReference.of(new OcrAgreement.HardCheckFixedLength(Set.of(8)), base));
    }

    @ParameterizedTest(name = "{0} {1} {2} is valid, with any other last digit it is not")
    @CsvSource(delimiter = '|', textBlock = """
            #   | number              | as written  | normal form
            G34 | BANKGIRO            | 991-2346    | 9912346
            G34 | ORGANISATIONSNUMMER | 556036-0793 | 5560360793
            G34 | PERSONNUMMER        | 811228-9874 | 198112289874
            G34 | SAMORDNINGSNUMMER   | 701063-2391 | 197010632391
            """)
    void valid_numbers(String name, Scheme scheme, String written, String normal) {
        Endings.assertOnlyLastSign(scheme, written, normal);
    }

    private static Money fee(AuthorityFee fee, DebtorKind debtor, String unpaid, String on) {
        return assertInstanceOf(AuthorityFees.Due.class, AuthorityFees.decide(PACK, fee, debtor, kr(unpaid), day(on)))
                .amount();
    }

    private static String written(List<Stretch> stretches) {
        return stretches.stream()
                .map(s -> s.days() + " d " + percent(s.rate()) + " %")
                .collect(joining(" + "));
    }

    private static String percent(BigDecimal rate) {
        var percent =
                rate.movePointRight(2).setScale(2, RoundingMode.UNNECESSARY).stripTrailingZeros();
        return percent.toPlainString();
    }
}
