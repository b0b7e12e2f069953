package org.reskontra.invoice.peppol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.imports.Imported;
import org.reskontra.invoice.invoicing.Checked.Issuable;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.rulebook.Rulebook;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UblInvoiceSpec {

    private static final String DOCUMENT = resource("/peppol/timber.xml");

    @Test
    void a_peppol_invoice_is_taken_as_it_stands() {
        var invoice = assertInstanceOf(Imported.Invoice.class, read(DOCUMENT));

        var draft = invoice.draft();
        assertEquals(Optional.of("2026-117"), draft.number());
        assertEquals(LocalDate.parse("2026-03-02"), draft.issueDate());
        assertEquals(LocalDate.parse("2026-04-01"), draft.dueDate());
        assertEquals(Optional.of("20261179"), draft.paymentReference());
        var totals = assertInstanceOf(
                        Issuable.class,
                        InvoiceRules.check(Rulebook.standard(), Country.SE, LocalDate.parse("2026-03-02"), draft))
                .totals();
        assertEquals(Money.of(5_193_00, "SEK"), totals.gross());
        assertEquals(Money.of(4_162_16, "SEK"), totals.net());
        assertEquals(Money.of(1_030_85, "SEK"), totals.vatTotal());

        var customer = invoice.customer();
        assertEquals("556036-0793", customer.identityNumber());
        assertEquals("K-204", customer.number());
        assertEquals("Takstolar i Norr AB", customer.legalName());
        assertEquals(DebtorKind.BUSINESS, customer.kind());
        assertEquals(List.of("faktura@takstolar.example"), customer.emails());
        assertEquals(
                "Malå",
                customer.postalAddress() == null ? "" : customer.postalAddress().town());
    }

    @Test
    void line_discounts_document_charges_and_tiny_prices_keep_their_value() {
        var lines =
                assertInstanceOf(Imported.Invoice.class, read(DOCUMENT)).draft().lines();
        assertEquals(
                List.of(3_800_00L, 212_16L, 51_00L, 99_00L),
                lines.stream().map(line -> line.amount().minor()).toList());
        assertEquals(new BigDecimal("0.06"), lines.get(2).vatRate());
        assertEquals("Freight", lines.get(3).description());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cbc:InvoiceTypeCode>380 | <cbc:InvoiceTypeCode>384 | not-an-invoice",
                "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" | <Invoice xmlns=\"urn:x\" | not-an-invoice",
                "<cbc:DueDate>2026-04-01</cbc:DueDate> | '' | missing-value",
                "<cbc:ID>2026-117</cbc:ID> | '' | missing-value",
                "<cbc:IssueDate>2026-03-02 | <cbc:IssueDate>2 March | unreadable-value",
                "<cbc:DocumentCurrencyCode>SEK | <cbc:DocumentCurrencyCode>kr | unreadable-value",
                "<cbc:PayableAmount currencyID=\"SEK\">5193.00 | <cbc:PayableAmount currencyID=\"SEK\">5194.00 | amounts-disagree",
                "<cbc:LineExtensionAmount currencyID=\"SEK\">3800.00 | <cbc:LineExtensionAmount currencyID=\"SEK\">3900.00 | amounts-disagree",
                "<cbc:PrepaidAmount currencyID=\"SEK\">0.00 | <cbc:PrepaidAmount currencyID=\"SEK\">100.00 | prepaid",
                "<cbc:InvoicedQuantity unitCode=\"MTR\">200 | <cbc:InvoicedQuantity unitCode=\"MTR\">some | unreadable-value",
                "<cbc:InvoicedQuantity unitCode=\"MTR\">200 | <cbc:InvoicedQuantity unitCode=\"MTR\">1e999999 | unreadable-value",
                "<cbc:RegistrationName>Takstolar i Norr AB</cbc:RegistrationName> | '' | missing-value",
                "</Invoice> | '' | not-xml"
            })
    void what_cannot_be_issued_as_it_stands_is_rejected(String found, String replaced, String code) {
        assertTrue(DOCUMENT.contains(found), found);
        var rejected = assertInstanceOf(Imported.Rejected.class, read(DOCUMENT.replace(found, replaced)));
        assertEquals(code, rejected.code(), rejected.reason());
    }

    @Test
    void nothing_outside_the_document_is_read() {
        var bait = DOCUMENT.replace(
                        "<Invoice ", "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<Invoice ")
                .replace("Takstolar i Norr AB", "&x;");
        assertEquals(
                "not-xml", assertInstanceOf(Imported.Rejected.class, read(bait)).code());
    }

    private static Imported read(String xml) {
        return UblInvoice.read(xml.getBytes(UTF_8));
    }

    private static String resource(String name) {
        try (var in = UblInvoiceSpec.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
