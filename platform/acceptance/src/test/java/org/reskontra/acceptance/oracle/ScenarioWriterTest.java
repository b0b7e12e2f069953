package org.reskontra.acceptance.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.oracle.Fact.InvoiceCredited;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScenarioWriterTest {

    private static final int DAYS = 16;
    private static final List<Scenario> MANY = LongStream.range(0, 100)
            .mapToObj(seed -> ScenarioWriter.write(seed, DAYS))
            .toList();

    @Test
    void the_same_seed_writes_the_same_life_and_another_one_another() {
        assertEquals(ScenarioWriter.write(4711, DAYS), ScenarioWriter.write(4711, DAYS));
        assertNotEquals(ScenarioWriter.write(4711, DAYS), ScenarioWriter.write(4712, DAYS));
    }

    @Test
    void days_only_go_forward() {
        for (var scenario : MANY) {
            for (int i = 1; i < scenario.days().size(); i++) {
                assertTrue(scenario.days()
                        .get(i)
                        .date()
                        .isAfter(scenario.days().get(i - 1).date()));
            }
        }
    }

    @Test
    void everything_that_can_become_of_an_invoice_does_in_some_life() {
        some(receivable ->
                receivable.settledOn().isPresent() && receivable.remindedOn().isEmpty());
        some(receivable ->
                receivable.settledOn().isPresent() && receivable.remindedOn().isPresent());
        some(receivable ->
                receivable.settledOn().isPresent() && receivable.handedOverOn().isPresent());
        some(receivable ->
                receivable.settledOn().isEmpty() && receivable.handedOverOn().isPresent());
        some(receivable -> receivable.settledOn().isEmpty()
                && receivable.principal() < receivable.invoice().amount().minor());
        assertTrue(MANY.stream()
                .anyMatch(life -> life.outcome().payments().stream()
                        .anyMatch(payment -> payment.booked() && payment.excess() > 0)));
        assertTrue(MANY.stream()
                .anyMatch(life -> life.outcome().payments().stream().anyMatch(payment -> !payment.booked())));
        assertTrue(MANY.stream()
                .flatMap(life -> life.days().stream())
                .anyMatch(day -> !day.meanwhile().isEmpty()));
    }

    @Test
    void payments_are_taken_back_before_the_reminder_after_it_and_after_the_hand_over() {
        some(receivable -> receivable.settlements().size() > 1);
        some(receivable -> !receivable.settlements().isEmpty()
                && receivable.settledOn().isEmpty()
                && receivable.remindedOn().isPresent());
        some(receivable -> !receivable.settlements().isEmpty()
                && receivable.settledOn().isEmpty()
                && receivable.handedOverOn().isPresent());
        assertTrue(MANY.stream().anyMatch(life -> !life.outcome().reversed().isEmpty()));
    }

    @Test
    void invoices_are_credited_in_part_and_in_full_before_the_reminder_and_after_it() {
        some(receivable -> receivable.settledOn().isPresent()
                && receivable.remindedOn().isPresent()
                && receivable.settledOn().get().isBefore(receivable.remindedOn().get()));
        for (boolean all : List.of(true, false)) {
            assertTrue(MANY.stream()
                    .anyMatch(life -> life.days().stream()
                            .flatMap(day -> day.afterwards().stream())
                            .anyMatch(fact -> fact instanceof InvoiceCredited credited
                                    && life.outcome().receivables().stream()
                                            .filter(one -> one.invoice().id().equals(credited.invoice()))
                                            .anyMatch(one ->
                                                    one.invoice().amount().equals(credited.amount()) == all))));
        }
    }

    @Test
    void files_of_the_bank_have_money_that_matches_money_that_waits_and_money_told_of_before() {
        someFile(money -> money.matched() > 0 && money.held() > 0);
        someFile(money -> money.matched() > 0 && money.held() == 0);
        someFile(money -> money.toldBefore() > 0);
    }

    private static void someFile(Predicate<Model.FileMoney> kind) {
        assertTrue(MANY.stream()
                .anyMatch(life -> life.outcome().files().values().stream().anyMatch(kind)));
    }

    private static void some(Predicate<Receivable> kind) {
        assertTrue(MANY.stream()
                .anyMatch(life -> life.outcome().receivables().stream().anyMatch(kind)));
    }
}
