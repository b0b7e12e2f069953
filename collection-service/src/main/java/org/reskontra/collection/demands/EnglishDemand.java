package org.reskontra.collection.demands;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.interest.Stretch;

/** The demand in English. */
final class EnglishDemand {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Demand demand;

    EnglishDemand(Demand demand) {
        this.demand = demand;
    }

    Letter letter() {
        var claim = demand.claim();
        var subject = "Collection demand: invoice " + claim.invoiceNumber() + " from "
                + demand.creditor().name();
        var paragraphs = List.of(
                List.of("COLLECTION DEMAND " + date(demand.sentOn())),
                List.of("To: " + demand.debtor()),
                parties(),
                List.of("We sent a reminder on " + date(claim.lastReminderOn())
                        + " but have not been paid in full. We now demand payment of:"),
                sums(),
                interest(),
                payment(),
                objection());
        return new Letter(subject, Paragraphs.join(paragraphs));
    }

    private List<String> parties() {
        var claim = demand.claim();
        var creditor = demand.creditor();
        return List.of(
                "Creditor: " + creditor.name() + ", organisation number "
                        + Figures.organisationNumber(creditor.organisationNumber()),
                "Claim: invoice " + claim.invoiceNumber() + " of " + date(claim.issueDate()) + ", due on "
                        + date(claim.dueDate()));
    }

    private List<String> sums() {
        var total = demand.reckoning().total();
        return List.of(
                "Principal: " + amount(total.principal()),
                "Interest to and including " + date(demand.reckoning().through()) + ": " + amount(total.interest()),
                "Costs of reminders: " + amount(total.costs()),
                "Total to pay: " + amount(total.total()));
    }

    private List<String> interest() {
        var reckoning = demand.reckoning();
        var lines = new ArrayList<String>();
        for (var part : reckoning.interest()) {
            if (reckoning.interest().size() > 1 || part.stretches().isEmpty()) {
                lines.add("Interest counted to and including " + date(part.through()) + " and not paid: "
                        + amount(part.amount()));
            }
            part.stretches().forEach(stretch -> lines.add(line(stretch)));
        }
        if (reckoning.accruing()) {
            lines.add("Interest on the principal goes on from "
                    + date(reckoning.through().plusDays(1)) + " until it is paid.");
        }
        if (!lines.isEmpty()) {
            lines.addFirst(heading());
        }
        return lines;
    }

    private String heading() {
        var claim = demand.claim();
        if (claim.interest().contractRate() != null) {
            return "How the interest is calculated (late interest as agreed):";
        }
        return claim.country().equals(Country.SE)
                ? "How the interest is calculated (late interest under section 6 of the Swedish Interest Act):"
                : "How the interest is calculated (statutory late interest):";
    }

    private static String line(Stretch stretch) {
        var days = stretch.days() == 1
                ? date(stretch.from()) + ", 1 day: "
                : date(stretch.from()) + " to and including " + date(stretch.to()) + ", " + stretch.days() + " days: ";
        return "- " + days + Figures.ENGLISH.percent(stretch.rate()) + "% a year on " + amount(stretch.principal());
    }

    private List<String> payment() {
        var creditor = demand.creditor();
        var lines = new ArrayList<String>();
        lines.add("Pay by " + date(demand.deadline()) + ":");
        if (creditor.bankgiro() != null) {
            lines.add("Bankgiro: " + Figures.bankgiro(creditor.bankgiro()));
        }
        if (creditor.iban() != null) {
            lines.add("IBAN: " + Figures.iban(creditor.iban()));
        }
        lines.add("Reference (OCR): " + demand.claim().paymentReference());
        lines.add("Amount: " + amount(demand.reckoning().total().total()));
        return lines;
    }

    private List<String> objection() {
        var replyTo = demand.creditor().replyTo();
        var how = replyTo == null ? "by answering this letter" : "to " + replyTo;
        return List.of(
                "Do you think that the demand is wrong, wholly or in part? Object by " + date(demand.deadline()) + " "
                        + how + " and tell us why.",
                "If you have paid in the last few days you can disregard this letter.");
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + Figures.ENGLISH.amount(money);
    }
}
