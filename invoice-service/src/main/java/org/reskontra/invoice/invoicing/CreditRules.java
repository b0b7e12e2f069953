package org.reskontra.invoice.invoicing;

import static org.reskontra.invoice.invoicing.CreditRefusal.BEFORE_INVOICE;
import static org.reskontra.invoice.invoicing.CreditRefusal.IN_THE_FUTURE;
import static org.reskontra.invoice.invoicing.CreditRefusal.MONTH_LOCKED;
import static org.reskontra.invoice.invoicing.CreditRefusal.MORE_THAN_INVOICED;
import static org.reskontra.invoice.invoicing.CreditRefusal.NOTHING_TO_CREDIT;
import static org.reskontra.invoice.invoicing.CreditRefusal.RATE_NOT_INVOICED;
import static org.reskontra.invoice.invoicing.CreditRefusal.TOO_MANY_NOTES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.CreditChecked.Issuable;
import org.reskontra.invoice.invoicing.CreditChecked.Malformed;
import org.reskontra.invoice.invoicing.CreditChecked.Refused;
import org.reskontra.invoice.invoicing.CreditDraft.Part;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Lines;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Share;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Whole;

/**
 * What a credit note must be before it is issued. It changes an invoice and says which (directive 2006/112/EC art. 219),
 * so it takes off sales and VAT at the rates of that invoice, and no more than was invoiced at each.
 */
public final class CreditRules {

    /** An invoice has at most this many credit notes. */
    public static final int MOST_NOTES = 100;

    private CreditRules() {}

    /**
     * Checks a draft and totals it.
     *
     * @param today the tenant's business date
     * @param locked whether the month of the draft is locked
     */
    public static CreditChecked check(Creditable invoice, CreditDraft draft, LocalDate today, boolean locked) {
        var flaws = flaws(invoice, draft);
        if (!flaws.isEmpty()) {
            return new Malformed(flaws);
        }
        var date = draft.issueDate();
        if (date.isBefore(invoice.issueDate())) {
            return new Refused(BEFORE_INVOICE, "/issueDate", "the invoice is of " + invoice.issueDate());
        }
        if (date.isAfter(today)) {
            return new Refused(IN_THE_FUTURE, "/issueDate", "today is " + today);
        }
        if (locked) {
            return new Refused(MONTH_LOCKED, "/issueDate", "the books of " + date + " are closed");
        }
        if (!invoice.left().gross().isPositive()) {
            return new Refused(NOTHING_TO_CREDIT, "", "all of the invoice is credited");
        }
        if (invoice.notes() >= MOST_NOTES) {
            return new Refused(TOO_MANY_NOTES, "", "the invoice has " + MOST_NOTES + " credit notes");
        }
        return switch (draft.part()) {
            case Whole _ -> new Issuable(invoice.whole());
            case Share(var gross)
            when gross.compareTo(invoice.left().gross()) > 0 ->
                tooMuch("/amount", invoice.left().gross());
            case Share(var gross) -> new Issuable(invoice.share(gross));
            case Lines(var lines) -> totalled(invoice, lines);
        };
    }

    private static CreditChecked totalled(Creditable invoice, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var rate = lines.get(i).vatRate();
            if (invoice.at(rate).isEmpty()) {
                return new Refused(
                        RATE_NOT_INVOICED,
                        "/lines/" + i + "/vatRate",
                        "the invoice has nothing at the rate " + rate.toPlainString());
            }
        }
        var none = Money.zero(invoice.left().gross().currency());
        var byRate = Totals.of(lines, invoice.prices(), none).vat();
        for (var wanted : byRate) {
            var rest = invoice.at(wanted.rate()).orElseThrow().net();
            if (!isWithin(wanted.net(), rest)) {
                return new Refused(
                        MORE_THAN_INVOICED,
                        "/lines",
                        "at the rate " + wanted.rate().toPlainString() + " a net of " + rest + " is left, not "
                                + wanted.net());
            }
        }
        var totals = invoice.lines(byRate);
        if (!totals.gross().isPositive()) {
            return new Refused(NOTHING_TO_CREDIT, "/lines", "the lines come to " + totals.gross());
        }
        return totals.gross().compareTo(invoice.left().gross()) > 0
                ? tooMuch("/lines", invoice.left().gross())
                : new Issuable(totals);
    }

    /** A rate of which more was taken back than sold is below zero, and is credited below zero. */
    private static boolean isWithin(Money wanted, Money rest) {
        return rest.isNegative()
                ? !wanted.isPositive() && wanted.compareTo(rest) >= 0
                : !wanted.isNegative() && wanted.compareTo(rest) <= 0;
    }

    private static Refused tooMuch(String pointer, Money left) {
        return new Refused(MORE_THAN_INVOICED, pointer, left + " of the invoice is not credited");
    }

    private static List<Flaw> flaws(Creditable invoice, CreditDraft draft) {
        var flaws = new ArrayList<Flaw>();
        if (Flaw.isOffTheCalendar(draft.issueDate())) {
            flaws.add(new Flaw("/issueDate", "off-the-calendar", "a date lies in the years 1900 to 2999"));
        }
        flawsOf(invoice, draft.part(), flaws);
        return flaws;
    }

    private static void flawsOf(Creditable invoice, Part part, List<Flaw> flaws) {
        var currency = invoice.left().gross().currency();
        switch (part) {
            case Whole _ -> {}
            case Share(var gross) -> {
                if (!gross.isPositive()) {
                    flaws.add(new Flaw("/amount", "not-positive", "a credit is more than nothing"));
                }
                if (!gross.currency().equals(currency)) {
                    flaws.add(new Flaw("/amount", "currency-differs", "the invoice is in " + currency));
                }
            }
            case Lines(var lines) -> flaws.addAll(InvoiceRules.flaws(currency, lines));
        }
    }
}
