package org.reskontra.acceptance.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.acceptance.book.Book.Rejected;
import org.reskontra.contracts.Money;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookReaderTest {

    private static final String OWN = "number,customerNumber,issueDate,dueDate,amount,currency,paidOn\n";
    private static final String GOOD = "1,K-1,2025-01-02,2025-02-01,100.50,SEK,2025-02-07\n";

    @Test
    void a_row_in_our_own_columns_becomes_an_invoice() {
        assertEquals(
                new BookRow(
                        2,
                        "1",
                        "K-1",
                        day("2025-01-02"),
                        day("2025-02-01"),
                        Money.of(100_50, "SEK"),
                        Optional.of(day("2025-02-07"))),
                read(OWN + GOOD).rows().getFirst());
    }

    @Test
    void the_mapping_for_paid_invoice_histories_is_chosen_by_the_header() {
        var book = read("""
                countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate
                406,1234-ABCDE,9/24/2012,6400000001,1/13/2012,2/12/2012,80.9,Yes,3/14/2012,Paper,61,31
                391,5678-FGHIJ,1/26/2012,6400000002,7/3/2012,8/2/2012,65.88,No,,Electronic,5,0
                """);
        assertEquals(
                List.of(
                        new BookRow(
                                2,
                                "6400000001",
                                "1234-ABCDE",
                                day("2012-01-13"),
                                day("2012-02-12"),
                                Money.of(80_90, "SEK"),
                                Optional.of(day("2012-03-14"))),
                        new BookRow(
                                3,
                                "6400000002",
                                "5678-FGHIJ",
                                day("2012-07-03"),
                                day("2012-08-02"),
                                Money.of(65_88, "SEK"),
                                Optional.empty())),
                book.rows());
    }

    @Test
    void a_mapping_of_ones_own_reads_what_others_write() {
        var mapping = ColumnMapping.parse("""
                delimiter: ";"
                dates: dd.MM.yyyy
                decimalSign: ","
                grouping: " ."
                columns: {number: Nr, customerNumber: Kund, issueDate: Datum, dueDate: Förfall, amount: Belopp, paidOn: Betald}
                defaults: {currency: EUR}
                """);
        var book = BookReader.read(
                "Nr;Kund;Datum;Förfall;Belopp;Betald\n7;A;31.01.2025;02.03.2025;1 234,5;\n", List.of(mapping));
        assertEquals(
                new BookRow(
                        2, "7", "A", day("2025-01-31"), day("2025-03-02"), Money.of(1_234_50, "EUR"), Optional.empty()),
                book.rows().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,,2025-01-02,2025-02-01,1,SEK,|no customerNumber",
                ",K,2025-01-02,2025-02-01,1,SEK,|no number",
                "2,K,2025-02-30,2025-03-01,1,SEK,|issueDate '2025-02-30' is no date of the form yyyy-MM-dd",
                "2,K,2025-01-02,2025-01-01,1,SEK,|due 2025-01-01, before its issue date 2025-01-02",
                "2,K,2025-01-02,2025-02-01,1,SEK,2025-01-01|paid 2025-01-01, before its issue date 2025-01-02",
                "2,K,2025-01-02,2025-02-01,1,SEK,soon|paidOn 'soon' is no date of the form yyyy-MM-dd",
                "2,K,2025-01-02,2025-02-01,0,SEK,|amount 0 is not above zero",
                "2,K,2025-01-02,2025-02-01,-5,SEK,|amount -5 is not above zero",
                "2,K,2025-01-02,2025-02-01,1.005,SEK,|amount '1.005' is no whole number of minor units of SEK",
                "2,K,2025-01-02,2025-02-01,much,SEK,|amount 'much' is no number",
                "2,K,2025-01-02,2025-02-01,1,KRO,|unknown currency KRO",
                "2,K,2025-01-02|no dueDate",
                "1,K,2025-01-02,2025-02-01,1,SEK,|invoice number 1 stands on line 2 already",
            })
    void a_line_that_makes_no_invoice_is_rejected_with_its_reason_and_the_others_are_taken(String line, String reason) {
        var book = read(OWN + GOOD + line + "\n3" + GOOD.substring(1));
        assertEquals(List.of(new Rejected(3, reason)), book.rejected());
        assertEquals(List.of(2L, 4L), book.rows().stream().map(BookRow::line).toList());
    }

    @Test
    void a_header_that_no_mapping_fits_is_refused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> read("a,b\n1,2\n"));
        assertTrue(refusal.getMessage().contains("[a, b]"), refusal.getMessage());
    }

    @Test
    void a_book_without_invoices_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> read(OWN));
        assertThrows(IllegalArgumentException.class, () -> read(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colums: {}|unknown key colums",
                "columns: {number: Nr}|a mapping says which column holds",
                "columns: {nummer: Nr}|columns has no field nummer",
                "delimiter: ab|delimiter is one sign",
                "columns: [a]|columns is a list of keys with values",
            })
    void a_wrong_mapping_is_refused(String yaml, String reason) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ColumnMapping.parse(yaml));
        assertTrue(refusal.getMessage().startsWith(reason), refusal.getMessage());
    }

    @Test
    void the_last_day_is_sixty_days_after_the_last_date() {
        var book = read(OWN + GOOD + "2,K-1,2025-01-01,2025-02-03,1,SEK,\n");
        assertEquals(day("2025-01-01"), book.firstDay());
        assertEquals(day("2025-04-08"), book.lastDay());
    }

    private static Book read(String csv) {
        return BookReader.read(csv, ColumnMapping.shipped());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
