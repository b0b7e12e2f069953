package org.reskontra.invoice.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.PriceBasis;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportsSpec {

    private static final Map<String, Object> MAPPING = Map.of(
            "dates", "M/d/yyyy",
            "columns",
                    Map.of(
                            "number", "Invoice",
                            "customerNumber", "Customer",
                            "issueDate", "Issued",
                            "dueDate", "Due",
                            "amount", "Amount",
                            "paidOn", "Paid"),
            "defaults",
                    Map.of(
                            "currency", "SEK",
                            "country", "SE",
                            "customerKind", "BUSINESS",
                            "reminderFeeAgreed", true,
                            "email", "{customerNumber}@debtors.example"));

    private static final Map<String, String> ROW = Map.of(
            "Invoice", "611365", "Customer", "0379-NEVHP", "Issued", "1/2/2013", "Due", "2/1/2013", "Amount", "55.94");

    @Test
    void a_row_of_a_foreign_history_becomes_an_invoice() {
        var invoice = assertInstanceOf(Imported.Invoice.class, read(ROW));
        var draft = invoice.draft();
        assertEquals(Optional.of("611365"), draft.number());
        assertEquals(LocalDate.parse("2013-01-02"), draft.issueDate());
        assertEquals(LocalDate.parse("2013-02-01"), draft.dueDate());
        assertEquals(PriceBasis.VAT_INCLUDED, draft.prices());
        assertEquals(Money.of(55_94, "SEK"), draft.lines().getFirst().amount());
        assertEquals(BigDecimal.ZERO, draft.lines().getFirst().vatRate());
        assertTrue(draft.reminderFeeAgreed());
        assertEquals("0379-NEVHP", invoice.customer().number());
        assertEquals("0379-NEVHP", invoice.customer().legalName());
        assertEquals(DebtorKind.BUSINESS, invoice.customer().kind());
        assertEquals(List.of("0379-NEVHP@debtors.example"), invoice.customer().emails());
        assertEquals("sv", invoice.customer().language());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invoice  |          | accepted",
                "Customer |          | missing-value",
                "Issued   |          | missing-value",
                "Issued   | 13/1/2013| unreadable-value",
                "Issued   | 2/30/2013| unreadable-value",
                "Due      | soon     | unreadable-value",
                "Amount   |          | missing-value",
                "Amount   | 55,94    | unreadable-value",
                "Amount   | 55.945   | unreadable-value",
                "Amount   | 5-5      | unreadable-value",
                "Amount   | 1234567890123456789012 | unreadable-value"
            })
    void each_value_is_taken_or_its_row_is_rejected_with_a_reason(String column, String value, String outcome) {
        var row = new HashMap<>(ROW);
        row.put(column, value);
        switch (read(row)) {
            case Imported.Invoice _ -> assertEquals("accepted", outcome);
            case Imported.Rejected(var code, var reason) -> {
                assertEquals(outcome, code);
                assertTrue(reason.length() > 10, reason);
            }
        }
    }

    @Test
    void every_field_can_come_from_a_column() {
        var columns = new HashMap<String, String>();
        for (var field : Field.values()) {
            columns.put(field.written(), field.name());
        }
        var mapping = mapping(Map.of(
                "delimiter",
                ";",
                "dates",
                "dd.MM.yyyy",
                "decimalSign",
                ",",
                "grouping",
                " .",
                "prices",
                "VAT_EXCLUDED",
                "columns",
                columns));
        var row = Map.ofEntries(
                Map.entry("NUMBER", "A-17"),
                Map.entry("ISSUE_DATE", "01.02.2026"),
                Map.entry("DUE_DATE", "03.03.2026"),
                Map.entry("AMOUNT", "1.234 567,89"),
                Map.entry("CURRENCY", "EUR"),
                Map.entry("VAT_RATE", "0,255"),
                Map.entry("DESCRIPTION", "Timber"),
                Map.entry("PAYMENT_REFERENCE", "RF18 5390 0754 7034"),
                Map.entry("CONTRACT_RATE", "0,16"),
                Map.entry("REMINDER_FEE_AGREED", "yes"),
                Map.entry("CUSTOMER_NUMBER", "9"),
                Map.entry("CUSTOMER_NAME", "Puu Oy"),
                Map.entry("CUSTOMER_KIND", "PUBLIC_BODY"),
                Map.entry("COUNTRY", "FI"),
                Map.entry("IDENTITY_NUMBER", "0112038-9"),
                Map.entry("EMAIL", "puu@example.fi"),
                Map.entry("LANGUAGE", "fi"),
                Map.entry("STREET", "Metsätie 1"),
                Map.entry("POSTCODE", "00100"),
                Map.entry("TOWN", "Helsinki"),
                Map.entry("PAID_ON", "not looked at"));

        var invoice = assertInstanceOf(Imported.Invoice.class, read(mapping, row));

        var line = invoice.draft().lines().getFirst();
        assertEquals(Money.of(1_234_567_89, "EUR"), line.amount());
        assertEquals(new BigDecimal("0.255"), line.vatRate());
        assertEquals("Timber", line.description());
        assertEquals(new BigDecimal("0.16"), invoice.draft().interest().contractRate());
        assertEquals(Optional.of("RF18 5390 0754 7034"), invoice.draft().paymentReference());
        assertEquals(PriceBasis.VAT_EXCLUDED, invoice.draft().prices());
        assertEquals(DebtorKind.PUBLIC_BODY, invoice.customer().kind());
        assertEquals(new Country("FI"), invoice.customer().country());
        assertEquals("0112038-9", invoice.customer().identityNumber());
        assertEquals(
                new PostalAddress("Metsätie 1", "00100", "Helsinki", "FI"),
                invoice.customer().postalAddress());
    }

    @Test
    void what_neither_file_nor_mapping_says_comes_from_the_tenant() {
        var mapping = mapping(Map.of("columns", MAPPING.get("columns"), "dates", "M/d/yyyy"));
        var invoice = assertInstanceOf(Imported.Invoice.class, read(mapping, ROW));
        assertEquals(Currency.getInstance("NOK"), invoice.draft().currency());
        assertEquals(Country.NO, invoice.customer().country());
        assertEquals(List.of(), invoice.customer().emails());
    }

    @Test
    void values_that_mean_nothing_are_rejected() {
        for (var wrong : Map.of(
                        "currency", "kronor",
                        "country", "Sweden",
                        "customerKind", "COMPANY",
                        "reminderFeeAgreed", "perhaps",
                        "vatRate", "25 %")
                .entrySet()) {
            var mapping = mapping(Map.of(
                    "dates", "M/d/yyyy",
                    "columns", MAPPING.get("columns"),
                    "defaults", Map.of(wrong.getKey(), wrong.getValue())));
            assertEquals(
                    "unreadable-value",
                    assertInstanceOf(Imported.Rejected.class, read(mapping, ROW), wrong.getKey())
                            .code());
        }
    }

    @Test
    void a_mapping_is_refused_with_a_pointer_to_each_flaw() {
        assertMappingFlaws(
                List.of(
                        "/mapping/columns/issueDate",
                        "/mapping/columns/dueDate",
                        "/mapping/columns/amount",
                        "/mapping/columns/customerNumber"),
                Map.of());
        assertMappingFlaws(List.of("/mapping/spelling"), with("spelling", "?"));
        assertMappingFlaws(List.of("/mapping/delimiter"), with("delimiter", "::"));
        assertMappingFlaws(List.of("/mapping/dates"), with("dates", "whenever"));
        assertMappingFlaws(List.of("/mapping/dates"), with("dates", "HH:mm"));
        assertMappingFlaws(List.of("/mapping/prices"), with("prices", "SOMETIMES"));
        assertMappingFlaws(List.of("/mapping/defaults"), with("defaults", "none"));
        assertMappingFlaws(List.of("/mapping/defaults/colour"), with("defaults", Map.of("colour", "red")));
    }

    @Test
    void columns_that_the_file_does_not_have_are_named() {
        assertEquals(
                List.of("Amount", "Due"),
                mapping(MAPPING).missingIn(List.of("Invoice", "Customer", "Issued", "Extra")));
    }

    private static Imported read(Map<String, String> row) {
        return read(mapping(MAPPING), row);
    }

    private static Imported read(ColumnMapping mapping, Map<String, String> row) {
        return RowReader.read(mapping, row, Country.NO, Currency.getInstance("NOK"));
    }

    private static ColumnMapping mapping(Map<String, ?> described) {
        return assertInstanceOf(ColumnMapping.Read.Usable.class, ColumnMapping.read(described))
                .mapping();
    }

    private static Map<String, Object> with(String key, Object value) {
        var changed = new HashMap<>(MAPPING);
        changed.put(key, value);
        return changed;
    }

    private static void assertMappingFlaws(List<String> pointers, Map<String, ?> described) {
        assertEquals(
                pointers,
                assertInstanceOf(ColumnMapping.Read.Malformed.class, ColumnMapping.read(described)).flaws().stream()
                        .map(Flaw::pointer)
                        .toList());
    }
}
