package org.reskontra.invoice.invoicing;

import static org.reskontra.invoice.invoicing.InvoiceRefusal.DUE_BEFORE_ISSUE;
import static org.reskontra.invoice.invoicing.InvoiceRefusal.ISSUED_TOO_FAR_AHEAD;
import static org.reskontra.invoice.invoicing.InvoiceRefusal.NOTHING_TO_PAY;
import static org.reskontra.invoice.invoicing.InvoiceRefusal.NO_LAW_FOR_COUNTRY;
import static org.reskontra.invoice.invoicing.InvoiceRefusal.VAT_DOES_NOT_FIT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.Checked.Issuable;
import org.reskontra.invoice.invoicing.Checked.Malformed;
import org.reskontra.invoice.invoicing.Checked.Refused;
import org.reskontra.rulebook.NoSuchPack;
import org.reskontra.rulebook.Rulebook;

/** What an invoice must be before it is issued. */
public final class InvoiceRules {

    /** An invoice may be dated at most this many days after the tenant's business date. */
    public static final int DAYS_AHEAD = 30;

    public static final int MOST_LINES = 1000;
    public static final int LONGEST_DESCRIPTION = 500;

    /** Most that one line or a whole invoice can come to, in minor units: ten million million kronor. */
    public static final long MOST_MINOR = 1_000_000_000_000_000L;

    private static final BigDecimal MOST = BigDecimal.valueOf(MOST_MINOR);

    private InvoiceRules() {}

    /**
     * Checks a draft and totals it.
     *
     * @param country whose law the claim will follow
     * @param today the tenant's business date
     */
    public static Checked check(Rulebook rulebook, Country country, LocalDate today, InvoiceDraft draft) {
        var flaws = flaws(draft);
        if (!flaws.isEmpty()) {
            return new Malformed(flaws);
        }
        if (!hasLaw(rulebook, country)) {
            return new Refused(NO_LAW_FOR_COUNTRY, "the rulebook has no law for " + country);
        }
        if (draft.dueDate().isBefore(draft.issueDate())) {
            return new Refused(
                    DUE_BEFORE_ISSUE, "due " + draft.dueDate() + ", before its issue date " + draft.issueDate());
        }
        var latest = today.plusDays(DAYS_AHEAD);
        if (draft.issueDate().isAfter(latest)) {
            return new Refused(
                    ISSUED_TOO_FAR_AHEAD,
                    "dated " + draft.issueDate() + "; on " + today + " the latest possible date is " + latest);
        }
        return totalled(draft);
    }

    private static Checked totalled(InvoiceDraft draft) {
        var byLines = Totals.of(draft.lines(), draft.prices(), draft.rounding());
        var totals = draft.statedVat()
                .map(vat -> Totals.stated(vat, draft.rounding()))
                .orElse(byLines);
        var unfit = totals.vat().stream().filter(vat -> !vat.fits()).findFirst();
        if (unfit.isPresent() || !netPerRate(totals).equals(netPerRate(byLines))) {
            return new Refused(
                    VAT_DOES_NOT_FIT,
                    "the VAT stated, " + totals.vat() + ", is not that of the lines, " + byLines.vat());
        }
        if (!totals.gross().isPositive()) {
            return new Refused(NOTHING_TO_PAY, "the invoice comes to " + totals.gross());
        }
        return new Issuable(totals);
    }

    private static List<String> netPerRate(Totals totals) {
        return totals.vat().stream()
                .map(vat -> vat.rate().toPlainString() + " " + vat.net())
                .sorted()
                .toList();
    }

    private static boolean hasLaw(Rulebook rulebook, Country country) {
        try {
            rulebook.packInUse(country);
            return true;
        } catch (NoSuchPack e) {
            return false;
        }
    }

    private static List<Flaw> flaws(InvoiceDraft draft) {
        var flaws = new ArrayList<Flaw>();
        date(flaws, "/issueDate", draft.issueDate());
        date(flaws, "/dueDate", draft.dueDate());
        draft.number().flatMap(Numbering::flaw).ifPresent(flaws::add);
        draft.paymentReference().flatMap(PaymentReferences::flaw).ifPresent(flaws::add);
        flaws.addAll(flaws(draft.currency(), draft.lines()));
        var oneUnit = BigDecimal.ONE.movePointRight(draft.currency().getDefaultFractionDigits());
        if (!draft.rounding().currency().equals(draft.currency())
                || BigDecimal.valueOf(draft.rounding().minor()).abs().compareTo(oneUnit) >= 0) {
            flaws.add(new Flaw("/rounding", "rounding-too-large", "rounding is less than one unit of the currency"));
        }
        var contractRate = draft.interest().contractRate();
        if (contractRate != null && !isFraction(contractRate)) {
            flaws.add(new Flaw(
                    "/interest/contractRate", "not-a-fraction", "a yearly rate is a fraction from 0 to 1, as 0.115"));
        }
        if (flaws.isEmpty() && tooLarge(draft)) {
            flaws.add(new Flaw("/lines", "amount-too-large", "an invoice comes to at most " + MOST_MINOR + " minor"));
        }
        return flaws;
    }

    /** What is wrong with lines that are to be in a currency, each by itself and all together. */
    static List<Flaw> flaws(Currency currency, List<Line> lines) {
        var flaws = new ArrayList<Flaw>();
        if (lines.isEmpty()) {
            flaws.add(new Flaw("/lines", "no-lines", "there is at least one line"));
        }
        if (lines.size() > MOST_LINES) {
            flaws.add(new Flaw("/lines", "too-many-lines", "there are at most " + MOST_LINES + " lines"));
        }
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            flawsOf(currency, lines.get(i), "/lines/" + i, flaws);
        }
        return flaws;
    }

    private static void flawsOf(Currency currency, Line line, String pointer, List<Flaw> flaws) {
        if (line.description().isBlank()
                || line.description().length() > LONGEST_DESCRIPTION
                || Flaw.holdsControlSigns(line.description())) {
            flaws.add(new Flaw(
                    pointer + "/description", "length", "a description has 1 to " + LONGEST_DESCRIPTION + " signs"));
        }
        if (line.quantity().signum() == 0) {
            flaws.add(new Flaw(pointer + "/quantity", "zero", "a quantity is not zero"));
        }
        if (line.per().signum() <= 0) {
            flaws.add(new Flaw(pointer + "/per", "not-positive", "a price is for more than zero units"));
        }
        if (line.unitPrice().isNegative()) {
            flaws.add(new Flaw(
                    pointer + "/unitPrice", "negative", "a price is not negative; let the quantity be so instead"));
        }
        if (!line.unitPrice().currency().equals(currency)
                || !line.adjustment().currency().equals(currency)) {
            flaws.add(new Flaw(pointer + "/unitPrice", "currency-differs", "the invoice is in " + currency));
        }
        if (!isFraction(line.vatRate()) || line.vatRate().stripTrailingZeros().scale() > 6) {
            flaws.add(
                    new Flaw(pointer + "/vatRate", "not-a-fraction", "a VAT rate is a fraction from 0 to 1, as 0.25"));
        }
        if (line.per().signum() > 0 && tooLarge(line)) {
            flaws.add(new Flaw(pointer, "amount-too-large", "a line comes to at most " + MOST_MINOR + " minor"));
        }
    }

    private static void date(List<Flaw> flaws, String pointer, LocalDate date) {
        if (Flaw.isOffTheCalendar(date)) {
            flaws.add(new Flaw(pointer, "off-the-calendar", "a date lies in the years 1900 to 2999"));
        }
    }

    private static boolean isFraction(BigDecimal rate) {
        return rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean tooLarge(Line line) {
        var price = BigDecimal.valueOf(line.unitPrice().minor()).abs();
        return price.multiply(line.quantity().abs()).compareTo(MOST.multiply(line.per())) > 0
                || isTooLarge(line.adjustment());
    }

    private static boolean tooLarge(InvoiceDraft draft) {
        var sum = draft.lines().stream()
                .map(line -> BigDecimal.valueOf(line.amount().minor()).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var stated = draft.statedVat().stream()
                .flatMap(List::stream)
                .anyMatch(vat -> isTooLarge(vat.net()) || isTooLarge(vat.vat()));
        return stated || sum.compareTo(MOST) > 0;
    }

    private static boolean isTooLarge(Money money) {
        return BigDecimal.valueOf(money.minor()).abs().compareTo(MOST) > 0;
    }
}
