package org.reskontra.collection.demands;

import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.interest.Stretch;

/** The demand in Swedish. */
final class SwedishDemand {

    private final Demand demand;

    SwedishDemand(Demand demand) {
        this.demand = demand;
    }

    Letter letter() {
        var claim = demand.claim();
        var subject = "Inkassokrav: faktura " + claim.invoiceNumber() + " från "
                + demand.creditor().name();
        var paragraphs = List.of(
                List.of("INKASSOKRAV " + demand.sentOn()),
                List.of("Till: " + demand.debtor()),
                parties(),
                List.of("Vi påminde om fakturan " + claim.lastReminderOn()
                        + " men har inte fått full betalning. Vi kräver nu betalning av:"),
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
                "Borgenär: " + creditor.name() + ", organisationsnummer "
                        + Figures.organisationNumber(creditor.organisationNumber()),
                "Fordran: faktura " + claim.invoiceNumber() + " av den " + claim.issueDate()
                        + ", som förföll till betalning " + claim.dueDate());
    }

    private List<String> sums() {
        var total = demand.reckoning().total();
        return List.of(
                "Kapital: " + kronor(total.principal()),
                "Ränta till och med " + demand.reckoning().through() + ": " + kronor(total.interest()),
                "Kostnader för påminnelse: " + kronor(total.costs()),
                "Summa att betala: " + kronor(total.total()));
    }

    private List<String> interest() {
        var reckoning = demand.reckoning();
        var lines = new ArrayList<String>();
        for (var part : reckoning.interest()) {
            if (reckoning.interest().size() > 1 || part.stretches().isEmpty()) {
                lines.add("Ränta som räknats till och med " + part.through() + " och inte är betald: "
                        + kronor(part.amount()));
            }
            part.stretches().forEach(stretch -> lines.add(line(stretch)));
        }
        if (reckoning.accruing()) {
            lines.add("Ränta tillkommer på kapitalet från och med "
                    + reckoning.through().plusDays(1) + " till dess att det betalas.");
        }
        if (!lines.isEmpty()) {
            lines.addFirst(heading());
        }
        return lines;
    }

    private String heading() {
        var claim = demand.claim();
        if (claim.interest().contractRate() != null) {
            return "Så är räntan beräknad (avtalad dröjsmålsränta):";
        }
        return claim.country().equals(Country.SE)
                ? "Så är räntan beräknad (dröjsmålsränta enligt 6 § räntelagen):"
                : "Så är räntan beräknad (dröjsmålsränta enligt lag):";
    }

    private static String line(Stretch stretch) {
        var days = stretch.days() == 1
                ? stretch.from() + ", 1 dag: "
                : stretch.from() + " till och med " + stretch.to() + ", " + stretch.days() + " dagar: ";
        return "- " + days + Figures.SWEDISH.percent(stretch.rate()) + " % per år på " + kronor(stretch.principal());
    }

    private List<String> payment() {
        var creditor = demand.creditor();
        var lines = new ArrayList<String>();
        lines.add("Betala senast " + demand.deadline() + ":");
        if (creditor.bankgiro() != null) {
            lines.add("Bankgiro: " + Figures.bankgiro(creditor.bankgiro()));
        }
        if (creditor.iban() != null) {
            lines.add("IBAN: " + Figures.iban(creditor.iban()));
        }
        lines.add("Referens (OCR): " + demand.claim().paymentReference());
        lines.add("Belopp: " + kronor(demand.reckoning().total().total()));
        return lines;
    }

    private List<String> objection() {
        var replyTo = demand.creditor().replyTo();
        var how = replyTo == null ? "genom att svara på det här brevet" : "till " + replyTo;
        return List.of(
                "Anser du att kravet är fel, helt eller delvis? Invänd då senast " + demand.deadline() + " " + how
                        + " och berätta varför.",
                "Har du betalat de senaste dagarna kan du bortse från det här brevet.");
    }

    private static String kronor(Money money) {
        var code = money.currency().getCurrencyCode();
        return Figures.SWEDISH.amount(money) + " " + (code.equals("SEK") ? "kr" : code);
    }
}
