package org.reskontra.invoice.ledger;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.ledger.AccountPlan.Named;

/** Books as lines of a SIE file of type 4, the format that Swedish bookkeeping programs exchange. */
public final class Sie {

    /** The code page that the format asks for; a sign it does not have becomes a question mark. */
    public static final Charset CHARSET = Charset.forName("IBM437");

    private static final String SERIES = "R";
    private static final int FIRST_OF_RESULT = 3000;

    private Sie() {}

    /**
     * What a file begins with.
     *
     * @param madeOn the day it is made
     * @param yearFrom first day of the financial year
     * @param through the last position of the chain that is in it
     */
    public record Head(
            String program,
            LocalDate madeOn,
            String creditor,
            String organisationNumber,
            LocalDate yearFrom,
            LocalDate yearThrough,
            Currency currency,
            long through) {}

    /**
     * An account over the year.
     *
     * @param opening its balance before the year
     * @param change what came in the year, to the last day of the file
     */
    public record Balance(Named account, Money opening, Money change) {}

    /** One side of a voucher. */
    public record Row(int account, Money amount) {}

    /**
     * A posting.
     *
     * @param number its position in the chain, which it keeps in every file
     */
    public record Voucher(
            long number, LocalDate bookedOn, LocalDate valueDate, String text, LocalDate knownOn, List<Row> rows) {}

    public static String head(Head head, List<Balance> balances) {
        var lines = new StringBuilder();
        line(lines, "#FLAGGA 0");
        line(lines, "#FORMAT PC8");
        line(lines, "#SIETYP 4");
        line(lines, "#PROGRAM " + quoted(head.program()) + " 1");
        line(lines, "#GEN " + day(head.madeOn()));
        line(lines, "#PROSA " + quoted("Receivables ledger through posting " + head.through()));
        line(lines, "#ORGNR " + quoted(head.organisationNumber()));
        line(lines, "#FNAMN " + quoted(head.creditor()));
        line(lines, "#RAR 0 " + day(head.yearFrom()) + " " + day(head.yearThrough()));
        line(lines, "#VALUTA " + head.currency().getCurrencyCode());
        for (var one : balances) {
            line(
                    lines,
                    "#KONTO " + one.account().number() + " "
                            + quoted(one.account().title()));
        }
        for (var one : balances) {
            int number = one.account().number();
            if (one.account().account().number() < FIRST_OF_RESULT) {
                line(lines, "#IB 0 " + number + " " + amount(one.opening()));
                line(lines, "#UB 0 " + number + " " + amount(one.opening().plus(one.change())));
            } else {
                line(lines, "#RES 0 " + number + " " + amount(one.change()));
            }
        }
        return lines.toString();
    }

    public static String voucher(Voucher voucher) {
        var lines = new StringBuilder();
        line(
                lines,
                "#VER " + SERIES + " " + voucher.number() + " " + day(voucher.bookedOn()) + " " + quoted(voucher.text())
                        + " " + day(voucher.knownOn()));
        line(lines, "{");
        for (var row : voucher.rows()) {
            line(
                    lines,
                    "\t#TRANS " + row.account() + " {} " + amount(row.amount()) + " " + day(voucher.bookedOn()) + " "
                            + quoted("value date " + voucher.valueDate()));
        }
        line(lines, "}");
        return lines.toString();
    }

    private static void line(StringBuilder lines, String line) {
        lines.append(line).append("\r\n");
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String amount(Money money) {
        return money.toMajor().toPlainString();
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
