package org.reskontra.acceptance.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.temporal.ChronoUnit;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleBookTest {

    @Test
    void generating_it_again_gives_the_shipped_file() {
        assertEquals(SampleBook.text(), SampleBook.generated());
    }

    @Test
    void it_holds_every_fate_an_invoice_can_have() {
        var book = SampleBook.shipped();
        assertEquals(SampleBook.INVOICES, book.rows().size());
        assertTrue(book.rejected().isEmpty());
        assertTrue(paid(book, days -> days < 0) > 50, "early");
        assertTrue(paid(book, days -> days == 0) > 20, "on the day");
        assertTrue(paid(book, days -> days > 0 && days < 5) > 20, "late, not reminded");
        assertTrue(paid(book, days -> days == 5) > 0, "on the day of the reminder");
        assertTrue(paid(book, days -> days > 5 && days < 17) > 20, "reminded");
        assertTrue(paid(book, days -> days == 17) > 0, "on the day of the hand-over");
        assertTrue(paid(book, days -> days > 17) > 10, "in collection");
        assertTrue(book.rows().stream().filter(row -> row.paidOn().isEmpty()).count() > 10, "never");
    }

    private static long paid(Book book, LongPredicate daysAfterDue) {
        return book.rows().stream()
                .filter(row -> row.paidOn()
                        .filter(day -> daysAfterDue.test(ChronoUnit.DAYS.between(row.due(), day)))
                        .isPresent())
                .count();
    }
}
