package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.BookRow;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.demo.Oracle;
import org.reskontra.acceptance.demo.Outcome;
import org.reskontra.acceptance.demo.Replay;
import org.reskontra.acceptance.scenarios.RunningPlatform.Running;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.services.Service;

/** A service that dies in the middle of its work and comes back leaves no trace in what comes out. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashSpec {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final int[] DAYS_TO_PAY = {0, 1, 2, 3, 5, 7, 8, 9, 15, 20, 21, 22};

    @ParameterizedTest
    @EnumSource(Service.class)
    void killed_in_the_middle_of_a_run_and_restarted_ends_in_the_same_table(Service service, Running running) {
        var book = book();
        var creditor = Creditor.open(
                running.platform,
                new TenantId(UUID.randomUUID()),
                "Sågen AB",
                FIRST.minusDays(1),
                Duration.ofSeconds(150));
        var restarts = new ArrayList<CompletableFuture<Void>>();
        new Replay(creditor, book, lastDay(), new Replay.Onlooker() {
                    @Override
                    public void dayBegins(LocalDate day) {
                        if (service == Service.INVOICE && day.equals(dayOfTheKill(service))) {
                            killAndRestart(); // among the day's invoices and payments
                        }
                    }

                    @Override
                    public void clockMoved(LocalDate day) {
                        if (service != Service.INVOICE && day.equals(dayOfTheKill(service))) {
                            killAndRestart(); // in the day's work
                        }
                    }

                    private void killAndRestart() {
                        restarts.add(CompletableFuture.runAsync(() -> running.killAndRestart(service)));
                    }
                })
                .run();
        restarts.forEach(CompletableFuture::join);

        var outcome = Outcome.of(creditor, lastDay(), running.listener, running.letterbox);
        var expected = Oracle.of(book, lastDay());
        assertEquals(List.of(), outcome.faults());
        assertEquals(expected.figures(), outcome.figures());
        assertEquals(expected.accrued(), outcome.accrued());
    }

    private static LocalDate due() {
        return FIRST.plusDays(3);
    }

    private static LocalDate dayOfTheKill(Service service) {
        return switch (service) {
            case INVOICE -> FIRST.plusDays(2);
            case DUNNING -> due().plusDays(5); // most reminders
            case CREDIT_CHECK -> due().plusDays(6);
            case COLLECTION -> due().plusDays(17); // most hand-overs
        };
    }

    private static LocalDate lastDay() {
        return due().plusDays(25);
    }

    /** Issued over three days, all due on one; paid at once, late, reminded, from collection, or never. */
    private static Book book() {
        var rows = new ArrayList<BookRow>();
        for (int i = 0; i < DAYS_TO_PAY.length * 2; i++) {
            var issued = FIRST.plusDays(i % 3);
            Optional<LocalDate> paidOn =
                    i % 7 == 6 ? Optional.empty() : Optional.of(issued.plusDays(DAYS_TO_PAY[i % DAYS_TO_PAY.length]));
            rows.add(new BookRow(
                    i, Integer.toString(5000 + i), "K-" + i % 5, issued, due(), Story.sek(1_000_00 + 137 * i), paidOn));
        }
        return new Book(rows, List.of());
    }
}
