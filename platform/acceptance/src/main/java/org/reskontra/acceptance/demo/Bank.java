package org.reskontra.acceptance.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.reskontra.acceptance.bank.BgMaxFile;
import org.reskontra.acceptance.bank.Movement;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.contracts.Money;

/** The creditor's bank: makes the files in which it tells of the money on the creditor's bankgiro. */
public final class Bank {

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
        var movements = IntStream.range(0, payments.size())
                .mapToObj(i -> new Movement(
                        i + 1, payments.get(i).reference(), payments.get(i).amount()))
                .toList();
        return new BgMaxFile(Creditor.BANKGIRO, day, number, movements).bytes();
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
                """.formatted(number, day, Creditor.BANKGIRO));
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
}
