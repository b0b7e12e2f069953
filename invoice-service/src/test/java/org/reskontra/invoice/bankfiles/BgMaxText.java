package org.reskontra.invoice.bankfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes BgMax files as Bankgirot would, counting and adding up by itself. */
public final class BgMaxText {

    private final List<String> lines = new ArrayList<>();
    private final String bankgiro;
    private String currency = "SEK";
    private String payerAccount = "9701233";
    private int deposits;
    private int payments;
    private int deductions;
    private int extras;
    private int serial;
    private int inDeposit;
    private long sum;

    private BgMaxText(String bankgiro, String stamp) {
        this.bankgiro = bankgiro;
        add("01BGMAX               01" + stamp + "P");
    }

    public static BgMaxText to(String bankgiro) {
        return new BgMaxText(bankgiro, "20260305173035010331");
    }

    public static BgMaxText to(String bankgiro, String stamp) {
        return new BgMaxText(bankgiro, stamp);
    }

    public BgMaxText deposit(String its) {
        currency = its;
        inDeposit = 0;
        sum = 0;
        return add("05" + zeros(bankgiro, 10) + " ".repeat(10) + its);
    }

    /** The bankgiro that the payments behind come from. */
    public BgMaxText account(String its) {
        payerAccount = its;
        return this;
    }

    public BgMaxText payment(String reference, long minor, String code) {
        payments++;
        inDeposit++;
        serial++;
        sum += minor;
        return money("20", reference, minor, code);
    }

    public BgMaxText payment(String reference, long minor) {
        return payment(reference, minor, "2");
    }

    public BgMaxText deduction(String reference, long minor) {
        deductions++;
        inDeposit++;
        serial++;
        sum -= minor;
        return money("21", reference, minor, "2");
    }

    public BgMaxText also(String reference, long minor) {
        extras++;
        return money("22", reference, minor, "2");
    }

    public BgMaxText less(String reference, long minor) {
        extras++;
        return money("23", reference, minor, "2");
    }

    public BgMaxText saying(String text) {
        return add("25" + text);
    }

    public BgMaxText from(String name, String organisationNumber) {
        return add("26" + name)
                .add("27Storgatan 2                        12345")
                .add("28Storåker")
                .add("29" + zeros(organisationNumber, 12));
    }

    public BgMaxText deposited(String day) {
        deposits++;
        return add("15" + zeros("58410000010098232", 35) + day.replace("-", "") + zeros("" + deposits, 5)
                + zeros("" + sum, 18) + currency + zeros("" + inDeposit, 8));
    }

    public BgMaxText end() {
        return add("70" + zeros("" + payments, 8) + zeros("" + deductions, 8) + zeros("" + extras, 8)
                + zeros("" + deposits, 8));
    }

    public BgMaxText add(String line) {
        lines.add(line);
        return this;
    }

    public String text() {
        var text = new StringBuilder();
        lines.forEach(
                line -> text.append(String.format(Locale.ROOT, "%-80s", line)).append("\r\n"));
        return text.toString();
    }

    public byte[] bytes() {
        return text().getBytes(ISO_8859_1);
    }

    private BgMaxText money(String code, String reference, long minor, String referenceCode) {
        return add(code + zeros(payerAccount, 10) + String.format(Locale.ROOT, "%25s", reference)
                + zeros("" + minor, 18) + referenceCode + "2" + zeros("" + serial, 12)
                + (code.equals("21") ? "00" : "0"));
    }

    private static String zeros(String digits, int width) {
        return "0".repeat(width - digits.length()) + digits;
    }
}
