package org.reskontra.invoice.transfers;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.reskontra.contracts.Money;

/**
 * Writes payments as a Customer Credit Transfer Initiation of ISO 20022, pain.001.001.09. Accounts are IBANs, or
 * bankgiro numbers as Swedish banks take them. Who is with which bank is left to the bank to find out.
 */
public final class Pain001 {

    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_MESSAGE = 140;
    private static final String BANKGIRO_BANK = "9900";

    private final XMLStreamWriter xml;

    private Pain001(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String write(TransferFile file) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new Pain001(xml).document(file);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return text.toString();
    }

    private void document(TransferFile file) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        header(file);
        payments(file);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void header(TransferFile file) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        leaf("MsgId", file.messageId());
        leaf(
                "CreDtTm",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        file.madeAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
        count(file);
        xml.writeStartElement("InitgPty");
        party(file);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void payments(TransferFile file) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        leaf("PmtInfId", file.messageId());
        leaf("PmtMtd", "TRF");
        count(file);
        xml.writeStartElement("ReqdExctnDt");
        leaf("Dt", file.on().toString());
        xml.writeEndElement();
        xml.writeStartElement("Dbtr");
        party(file);
        xml.writeEndElement();
        account("DbtrAcct", file.account());
        xml.writeStartElement("DbtrAgt");
        xml.writeStartElement("FinInstnId");
        xml.writeStartElement("Othr");
        leaf("Id", "NOTPROVIDED");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        for (var transfer : file.transfers()) {
            transfer(transfer);
        }
        xml.writeEndElement();
    }

    private void transfer(Transfer transfer) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        leaf("InstrId", transfer.endToEndId());
        leaf("EndToEndId", transfer.endToEndId());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", transfer.amount().currency().getCurrencyCode());
        xml.writeCharacters(amount(transfer.amount()));
        xml.writeEndElement();
        xml.writeEndElement();
        if (transfer.account() instanceof BankAccount.OfBankgiro) {
            bankgiroBank();
        }
        xml.writeStartElement("Cdtr");
        leaf("Nm", shortened(transfer.creditor(), LONGEST_NAME));
        xml.writeEndElement();
        account("CdtrAcct", transfer.account());
        xml.writeStartElement("RmtInf");
        leaf("Ustrd", shortened(transfer.message(), LONGEST_MESSAGE));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void count(TransferFile file) throws XMLStreamException {
        leaf("NbOfTxs", Integer.toString(file.transfers().size()));
        leaf("CtrlSum", amount(file.sum()));
    }

    private void party(TransferFile file) throws XMLStreamException {
        leaf("Nm", shortened(file.debtor(), LONGEST_NAME));
        xml.writeStartElement("Id");
        xml.writeStartElement("OrgId");
        xml.writeStartElement("Othr");
        leaf("Id", file.organisationNumber());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void account(String element, BankAccount account) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        switch (account) {
            case BankAccount.OfIban(var number) -> leaf("IBAN", number);
            case BankAccount.OfBankgiro(var number) -> {
                xml.writeStartElement("Othr");
                leaf("Id", number);
                xml.writeStartElement("SchmeNm");
                leaf("Prtry", "BGNR");
                xml.writeEndElement();
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void bankgiroBank() throws XMLStreamException {
        xml.writeStartElement("CdtrAgt");
        xml.writeStartElement("FinInstnId");
        xml.writeStartElement("ClrSysMmbId");
        xml.writeStartElement("ClrSysId");
        leaf("Cd", "SESBA");
        xml.writeEndElement();
        leaf("MmbId", BANKGIRO_BANK);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void leaf(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String amount(Money money) {
        return money.toMajor().toPlainString();
    }

    /** Signs that no XML may hold, such as half a surrogate pair, become question marks. */
    private static String legal(String text) {
        var legal = new StringBuilder();
        text.codePoints().map(sign -> isLegal(sign) ? sign : '?').forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int sign) {
        return (sign >= 0x20 && sign <= 0xD7FF) || (sign >= 0xE000 && sign <= 0xFFFD) || sign >= 0x10000;
    }

    /** No longer than that whether signs or halves of surrogate pairs are counted. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
