package org.reskontra.creditcheck.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.creditcheck.scoring.Requests.POLICY;
import static org.reskontra.creditcheck.scoring.Requests.TODAY;
import static org.reskontra.creditcheck.scoring.Requests.asks;
import static org.reskontra.creditcheck.scoring.Requests.paid;
import static org.reskontra.creditcheck.scoring.Requests.sek;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.contracts.Money;

class ScoringSpec {

    private static final int SAMPLES = 2_000;

    /** Amounts in whole kronor. */
    @ParameterizedTest(name = "asks {0} owing {1}; {2} settled, {3} late by {4} days; {5} at collection; {6} overdue")
    @CsvSource(textBlock = """
            # asks,   owes, settled, late, days, collection, overdue,  verdict, limit,  share, reasons
              10000,      0,       0,    0,    0,          0,       0,  APPROVE,  25000,  0,    WITHIN_LIMIT
              25000,      0,       0,    0,    0,          0,       0,  APPROVE,  25000,  0,    WITHIN_LIMIT
              25001,      0,       0,    0,    0,          0,       0,  REFER,    25000,  0,    UNKNOWN_LARGE OVER_LIMIT
              90000,      0,       1,    0,    0,          0,       0,  APPROVE, 100000,  0,    WITHIN_LIMIT
              90000,  10000,       1,    0,    0,          0,       0,  APPROVE, 100000,  0,    WITHIN_LIMIT
              90000,  10001,       1,    0,    0,          0,       0,  PREPAY,  100000,  0.01, OVER_LIMIT
              40000,  80000,       1,    0,    0,          0,       0,  PREPAY,  100000,  0.50, OVER_LIMIT
              40000, 100000,       1,    0,    0,          0,       0,  PREPAY,  100000,  1.00, OVER_LIMIT
              40000, 160000,       1,    0,    0,          0,       0,  PREPAY,  100000,  1.00, OVER_LIMIT
              40000, 160001,       1,    0,    0,          0,       0,  REFER,   100000,  0,    FAR_OVER_LIMIT OVER_LIMIT
             200000,      0,       5,    1,   25,          0,       0,  APPROVE, 250000,  0,    WITHIN_LIMIT
             200000,      0,       5,    2,   25,          0,       0,  PREPAY,  100000,  0.50, OVER_LIMIT
              10000,      0,       2,    2,    2,          0,       0,  APPROVE,  25000,  0,    WITHIN_LIMIT
              10000,      0,       3,    3,    3,          0,       0,  PREPAY,   25000,  0.30, SLOW_PAYER
              10000,   5000,       5,    0,    0,          0,       6,  PREPAY,  250000,  0.50, OVERDUE
              10000,   5000,       5,    0,    0,          0,       5,  APPROVE, 250000,  0,    WITHIN_LIMIT
              10000,      0,       3,    3,    3,          0,       6,  PREPAY,   25000,  0.50, OVERDUE SLOW_PAYER
              10000,   5000,       5,    0,    0,          1,      40,  DECLINE, 250000,  0,    AT_COLLECTION OVERDUE
            """)
    void answers_by_the_policy(
            long asks,
            long owes,
            int settled,
            int late,
            long daysLate,
            int atCollection,
            int overdue,
            Verdict verdict,
            long limit,
            BigDecimal share,
            String reasons) {
        var behaviour = new Behaviour(settled, late, daysLate, atCollection, overdue);
        var decision = Scoring.decide(POLICY, asks(asks * 100, owes * 100, behaviour));
        assertEquals(verdict, decision.verdict());
        assertEquals(sek(limit * 100), decision.limit());
        assertEquals(0, share.compareTo(decision.prepaymentShare()), () -> "share " + decision.prepaymentShare());
        assertEquals(List.of(reasons.split(" ")), decision.reasons());
    }

    @Test
    void a_decision_holds_for_as_long_as_the_policy_says() {
        var decision = Scoring.decide(POLICY, asks(1, 0, Behaviour.UNKNOWN));
        assertEquals(LocalDate.parse("2026-04-01"), decision.validUntil());
    }

    @Test
    void amounts_in_a_currency_the_policy_does_not_know_are_left_to_a_person() {
        var euros = new CreditRequest(Money.of(1, "EUR"), Money.of(0, "EUR"), false, paid(50, 0, 0), TODAY);
        var decision = Scoring.decide(POLICY, euros);
        assertEquals(Verdict.REFER, decision.verdict());
        assertEquals(List.of(Scoring.OTHER_CURRENCY), decision.reasons());
        assertEquals(Money.of(0, "EUR"), decision.limit());
    }

    @Test
    void what_is_owed_in_other_currencies_is_left_to_a_person() {
        var decision = Scoring.decide(POLICY, new CreditRequest(sek(1), sek(0), true, paid(50, 0, 0), TODAY));
        assertEquals(Verdict.REFER, decision.verdict());
        assertEquals(List.of(Scoring.OWES_IN_OTHER_CURRENCY), decision.reasons());
    }

    @Test
    void nonsense_is_not_answered() {
        assertThrows(IllegalArgumentException.class, () -> asks(0, 0, Behaviour.UNKNOWN));
        assertThrows(IllegalArgumentException.class, () -> asks(1, -1, Behaviour.UNKNOWN));
        assertThrows(IllegalArgumentException.class, () -> paid(1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> paid(2, 1, 0));
    }

    static Stream<Arguments> whatMakesACustomerWorse() {
        return Stream.of(
                worse(
                        "owes more",
                        request -> with(
                                request,
                                request.exposure().plus(sek(1 + request.amount().minor() / 3)))),
                worse(
                        "asks for more",
                        request -> new CreditRequest(
                                request.amount().plus(sek(17_001)),
                                request.exposure(),
                                request.owesInOtherCurrencies(),
                                request.behaviour(),
                                TODAY)),
                worse("paid one more of the invoices late", request -> {
                    var b = request.behaviour();
                    int late = Math.min(b.settled(), b.settledLate() + 1);
                    return with(
                            request,
                            new Behaviour(
                                    b.settled(),
                                    late,
                                    b.daysLate() + late - b.settledLate(),
                                    b.atCollection(),
                                    b.daysOverdue()));
                }),
                worse("paid later", request -> {
                    var b = request.behaviour();
                    return with(
                            request,
                            new Behaviour(
                                    b.settled(), b.settledLate(), b.daysLate() + 9, b.atCollection(), b.daysOverdue()));
                }),
                worse("has one more at collection", request -> {
                    var b = request.behaviour();
                    return with(
                            request,
                            new Behaviour(
                                    b.settled(), b.settledLate(), b.daysLate(), b.atCollection() + 1, b.daysOverdue()));
                }),
                worse("is overdue for longer", request -> {
                    var b = request.behaviour();
                    return with(
                            request,
                            new Behaviour(
                                    b.settled(), b.settledLate(), b.daysLate(), b.atCollection(), b.daysOverdue() + 3));
                }),
                worse(
                        "owes in other currencies too",
                        request -> new CreditRequest(
                                request.amount(), request.exposure(), true, request.behaviour(), TODAY)));
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("whatMakesACustomerWorse")
    void never_gets_a_better_answer(String who, UnaryOperator<CreditRequest> worse) {
        seeds().forEach(seed -> {
            var request = anyRequest(new Random(seed));
            var before = Scoring.decide(POLICY, request);
            var after = Scoring.decide(POLICY, worse.apply(request));
            assertFalse(isBetter(after, before), () -> "seed " + seed + ": " + before + ", then " + after);
            assertFalse(after.limit().compareTo(before.limit()) > 0, () -> "seed " + seed + ": the limit grew");
        });
    }

    @Test
    void the_part_paid_beforehand_covers_what_is_above_the_limit() {
        seeds().forEach(seed -> {
            var request = anyRequest(new Random(seed));
            var decision = Scoring.decide(POLICY, request);
            if (decision.reasons().contains("OVER_LIMIT") && decision.verdict() == Verdict.PREPAY) {
                var onCredit = request.amount()
                        .times(BigDecimal.ONE.subtract(decision.prepaymentShare()), java.math.RoundingMode.FLOOR);
                var outstanding = request.exposure().plus(onCredit);
                var allowed = decision.limit().max(request.exposure());
                assertFalse(outstanding.compareTo(allowed) > 0, () -> "seed " + seed + ": " + request);
            }
        });
    }

    @Test
    void the_same_request_gets_the_same_answer() {
        seeds().forEach(seed -> assertEquals(
                Scoring.decide(POLICY, anyRequest(new Random(seed))),
                Scoring.decide(POLICY, anyRequest(new Random(seed)))));
    }

    private static LongStream seeds() {
        return LongStream.range(0, SAMPLES);
    }

    private static CreditRequest anyRequest(Random random) {
        int settled = random.nextInt(12);
        int late = random.nextInt(settled + 1);
        var behaviour = new Behaviour(
                settled,
                late,
                late + (late == 0 ? 0 : random.nextInt(100)),
                random.nextInt(10) == 0 ? 1 : 0,
                random.nextBoolean() ? 0 : random.nextInt(40));
        return new CreditRequest(
                sek(1 + random.nextInt(300_000_00)),
                sek(random.nextBoolean() ? 0 : random.nextInt(300_000_00)),
                random.nextInt(20) == 0,
                behaviour,
                TODAY);
    }

    private static boolean isBetter(CreditDecision one, CreditDecision other) {
        int verdicts = one.verdict().compareTo(other.verdict());
        return verdicts < 0 || verdicts == 0 && one.prepaymentShare().compareTo(other.prepaymentShare()) < 0;
    }

    private static Arguments worse(String who, UnaryOperator<CreditRequest> change) {
        return Arguments.of(who, change);
    }

    private static CreditRequest with(CreditRequest request, Money exposure) {
        return new CreditRequest(
                request.amount(), exposure, request.owesInOtherCurrencies(), request.behaviour(), TODAY);
    }

    private static CreditRequest with(CreditRequest request, Behaviour behaviour) {
        return new CreditRequest(
                request.amount(), request.exposure(), request.owesInOtherCurrencies(), behaviour, TODAY);
    }
}
