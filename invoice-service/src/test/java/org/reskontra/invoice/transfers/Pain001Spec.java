package org.reskontra.invoice.transfers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.transfers.BankAccount.OfBankgiro;
import org.reskontra.invoice.transfers.BankAccount.OfIban;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Pain001Spec {

    private static final BankAccount IBAN = new OfIban("SE4550000000058398257466");
    private static final BankAccount BANKGIRO = new OfBankgiro("9912346");

    @Test
    void a_file_counts_and_sums_its_payments() {
        var xml = Pain001.write(
                file(IBAN, transfer("a1", 500_00, "Ek & Lind <AB>", BANKGIRO), transfer("a2", 1, "Åsa", IBAN)));

        assertFits(xml);
        assertEquals("2", at(xml, "/Document/CstmrCdtTrfInitn/GrpHdr/NbOfTxs"));
        assertEquals("500.01", at(xml, "/Document/CstmrCdtTrfInitn/GrpHdr/CtrlSum"));
        assertEquals("2", at(xml, "//PmtInf/NbOfTxs"));
        assertEquals("500.01", at(xml, "//PmtInf/CtrlSum"));
        assertEquals("2026-05-13", at(xml, "//ReqdExctnDt/Dt"));
        assertEquals("2026-05-12T09:41:30Z", at(xml, "//CreDtTm"));
        assertEquals("SE4550000000058398257466", at(xml, "//DbtrAcct/Id/IBAN"));
        assertEquals("500.00", at(xml, "//CdtTrfTxInf[1]/Amt/InstdAmt"));
        assertEquals("SEK", at(xml, "//CdtTrfTxInf[1]/Amt/InstdAmt/@Ccy"));
        assertEquals("Ek & Lind <AB>", at(xml, "//CdtTrfTxInf[1]/Cdtr/Nm"));
        assertEquals("9912346", at(xml, "//CdtTrfTxInf[1]/CdtrAcct/Id/Othr/Id"));
        assertEquals("BGNR", at(xml, "//CdtTrfTxInf[1]/CdtrAcct/Id/Othr/SchmeNm/Prtry"));
        assertEquals("a2", at(xml, "//CdtTrfTxInf[2]/PmtId/EndToEndId"));
        assertEquals("Åsa", at(xml, "//CdtTrfTxInf[2]/Cdtr/Nm"));
    }

    @Test
    void a_bankgiro_can_pay_and_long_names_and_odd_signs_fit() {
        var xml = Pain001.write(file(BANKGIRO, transfer("a1", 1, "x" + "\uD83D\uDE00".repeat(71), IBAN)));
        assertFits(xml);
        assertEquals("9912346", at(xml, "//DbtrAcct/Id/Othr/Id"));
        assertFits(Pain001.write(file(BANKGIRO, transfer("a1", 1, "half \uD83D a pair \uFFFF", IBAN))));
    }

    @Test
    void money_is_written_in_the_units_of_its_currency() {
        var yen = new Transfer("a1", Money.of(1500, "JPY"), "Åsa", IBAN, "x");
        assertEquals("1500", at(Pain001.write(file(IBAN, yen)), "//InstdAmt"));
    }

    @Test
    void the_same_payments_are_the_same_file() {
        assertEquals(
                Pain001.write(file(IBAN, transfer("a1", 1, "Åsa", IBAN))),
                Pain001.write(file(IBAN, transfer("a1", 1, "Åsa", IBAN))));
    }

    @Test
    void nothing_and_two_currencies_are_no_file() {
        assertThrows(IllegalArgumentException.class, () -> file(IBAN));
        assertThrows(IllegalArgumentException.class, () -> transfer("a1", 0, "Åsa", IBAN));
        var euros = new Transfer("a2", Money.of(1, "EUR"), "Åsa", IBAN, "x");
        assertThrows(IllegalArgumentException.class, () -> file(IBAN, transfer("a1", 1, "Åsa", IBAN), euros));
    }

    @Test
    void the_structure_can_be_seen_to_fail() {
        var xml = Pain001.write(file(IBAN, transfer("a1", 1, "Åsa", IBAN)));
        assertThrows(SAXException.class, () -> fits(xml.replace("<PmtMtd>TRF</PmtMtd>", "")));
        assertThrows(SAXException.class, () -> fits(xml.replace("a1", "a".repeat(36))));
    }

    private static TransferFile file(BankAccount from, Transfer... transfers) {
        return new TransferFile(
                "019e1b705a107d5e8f2e0b6f2f1b7c10",
                Instant.parse("2026-05-12T09:41:30Z"),
                "Sågen AB",
                "556036-0793",
                from,
                LocalDate.parse("2026-05-13"),
                List.of(transfers));
    }

    private static Transfer transfer(String id, long minor, String creditor, BankAccount account) {
        return new Transfer(id, Money.of(minor, "SEK"), creditor, account, "Refund of payment of 2026-05-01");
    }

    private static void assertFits(String xml) {
        assertDoesNotThrow(() -> fits(xml), xml);
    }

    private static void fits(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Pain001Spec.class.getResource("/transfers/pain.001.001.09-structure.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static String at(String xml, String path) {
        try {
            return XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(path, new InputSource(new StringReader(xml.replaceFirst(" xmlns=\"[^\"]*\"", ""))));
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }
}
