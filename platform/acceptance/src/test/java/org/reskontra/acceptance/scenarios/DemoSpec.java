package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reskontra.acceptance.book.SampleBook;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.demo.Oracle;
import org.reskontra.acceptance.demo.Outcome;
import org.reskontra.acceptance.demo.Replay;
import org.reskontra.acceptance.scenarios.RunningPlatform.Running;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;

/** The demo's table is the one that anybody can work out from the book and the rules. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoSpec {

    @Test
    void the_sample_book_ends_in_the_table_that_the_rules_foretell(Running running) {
        var book = SampleBook.shipped();
        var creditor = Creditor.open(
                running.platform,
                new TenantId(UUID.randomUUID()),
                "Sågen AB",
                book.firstDay().minusDays(1),
                Duration.ofSeconds(120));

        var replay = new Replay(creditor, book, new Replay.Onlooker() {});
        replay.run();

        var told = replay.told();
        var outcome = Outcome.of(creditor, book.lastDay(), running.listener, running.letterbox)
                .and(told.proof());
        var expected = Oracle.of(book);
        assertEquals(List.of(), outcome.faults());
        assertEquals(expected.figures(), outcome.figures());
        assertEquals(expected.accrued(), outcome.accrued());
        assertEquals(Money.of(250_00, "SEK"), told.suggested());
        assertEquals(Money.of(75_00, "SEK"), told.refused());
        assertTrue(told.matched().compareTo(Money.of(10_000_00, "SEK")) > 0, told::toString);
    }
}
