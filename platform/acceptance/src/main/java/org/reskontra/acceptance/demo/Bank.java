package org.reskontra.acceptance.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.reskontra.contracts.Money;

/** The creditor's bank: makes the files in which it tells of the money on the creditor's bankgiro. */
public final class Bank {

    private static final String BANKGIRO = "9912346";

    private Bank() {}

    /**
     * Money that came in, in kronor.
     *
     * @param reference as the payer wrote it, at most 25 signs; blank for none
     */
    public record Payment(LocalDate day, String reference, Money amount) {}

    /**
     * A BgMax file of one deposit.
     *
     * @param number no two files have the same
     */
    public static byte[] bgMax(int number, LocalDate day, List<Payment> payments) {
        var date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        var file = new StringBuilder();
        record(file, "01BGMAX               01" + date + "173035" + zeros(number, 6) + "P");
        record(file, "05000" + BANKGIRO + " ".repeat(10) + "SEK");
        int serial = 0;
        for (var payment : payments) {
            var known = payment.reference().isBlank() ? "1" : "2";
            var reference = String.format(Locale.ROOT, "%25s", payment.reference());
            record(
                    file,
                    "200009701233" + reference + zeros(minor(payment), 18) + known + "2" + zeros(++serial, 12) + "0");
        }
        long sum = payments.stream().mapToLong(Bank::minor).sum();
        record(file, "15" + zeros(58_410, 35) + date + "00001" + zeros(sum, 18) + "SEK" + zeros(payments.size(), 8));
        record(file, "70" + zeros(payments.size(), 8) + zeros(0, 8) + zeros(0, 8) + zeros(1, 8));
        return file.toString().getBytes(ISO_8859_1);
    }

    /**
     * A camt.054 notice, an entry for each payment.
     *
     * @param number no two files have the same
     */
    public static byte[] notice(int number, LocalDate day, List<Payment> payments) {
        var file = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>N-%1$d</MsgId><CreDtTm>%2$sT17:30:00+01:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>N-%1$d</Id><CreDtTm>%2$sT17:30:00+01:00</CreDtTm>
                <Acct><Id><Othr><Id>%3$s</Id></Othr></Id></Acct>
                """.formatted(number, day, BANKGIRO));
        int serial = 0;
        for (var payment : payments) {
            var reference = payment.reference().isBlank()
                    ? "<Ustrd>Tack</Ustrd>"
                    : "<Strd><CdtrRefInf><Ref>" + payment.reference() + "</Ref></CdtrRefInf></Strd>";
            file.append("""
                    <Ntry><Amt Ccy="SEK">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt><AcctSvcrRef>%3$d-%4$d</AcctSvcrRef>
                    <NtryDtls><TxDtls><RmtInf>%5$s</RmtInf></TxDtls></NtryDtls></Ntry>
                    """.formatted(
                            payment.amount().toMajor().toPlainString(), payment.day(), number, ++serial, reference));
        }
        return file.append("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n")
                .toString()
                .getBytes(UTF_8);
    }

    private static long minor(Payment payment) {
        return payment.amount().minor();
    }

    private static void record(StringBuilder file, String signs) {
        file.append(signs).repeat(' ', 80 - signs.length()).append("\r\n");
    }

    private static String zeros(long value, int width) {
        var digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }
}
