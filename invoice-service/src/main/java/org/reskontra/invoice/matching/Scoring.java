package org.reskontra.invoice.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.reskontra.invoice.matching.Clue.Kind;
import org.reskontra.invoice.matching.Suggestion.Part;
import org.reskontra.invoice.matching.Suggestion.Reason;

/**
 * Which invoices held money may be for, by everything that is known of it. The score is the sum of what {@link Clue}s
 * count: to know more never lowers it, and the order of the invoices does not matter.
 */
public final class Scoring {

    /** Suggestions that a person looks at. */
    public static final int MOST_SUGGESTIONS = 10;

    /** What has to be known of a customer's invoices to tell whether an amount is all of them: one more than are tried. */
    public static final int MOST_OF_A_CUSTOMER = Sums.MOST_INVOICES + 1;

    private Scoring() {}

    /** The texts by which invoices with a right or a mistyped reference or number can be looked up. */
    public static Set<String> texts(HeldMoney held) {
        return new Words(held.texts()).lookups();
    }

    /**
     * The best suggestions, best first.
     *
     * @param among invoices that are not settled; of a customer who may have paid several, the oldest
     *     {@value #MOST_OF_A_CUSTOMER}
     */
    public static List<Suggestion> suggestions(HeldMoney held, Collection<OpenInvoice> among) {
        var invoices = among.stream()
                .filter(invoice ->
                        invoice.owed().currency().equals(held.amount().currency()))
                .filter(invoice -> invoice.owed().isPositive())
                .collect(Collectors.toMap(OpenInvoice::id, invoice -> invoice, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Weighed.OLDEST_FIRST)
                .toList();
        var words = new Words(held.texts());
        var weighed = invoices.stream()
                .map(invoice -> Weighed.of(invoice, clues(held, words, invoice)))
                .toList();
        var found = new ArrayList<Ranked>();
        weighed.forEach(one -> found.add(alone(held, one)));
        weighed.stream()
                .collect(
                        Collectors.groupingBy(one -> one.invoice().customer(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(open -> together(held, open, found));
        return found.stream()
                .filter(ranked -> ranked.suggestion().score() > 0)
                .sorted(Ranked.BEST_FIRST)
                .limit(MOST_SUGGESTIONS)
                .map(Ranked::suggestion)
                .toList();
    }

    /** A suggestion among others: with equal scores, fewer and older invoices come first. */
    private record Ranked(Suggestion suggestion, OpenInvoice oldest) {

        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(
                        (Ranked ranked) -> -ranked.suggestion().score())
                .thenComparingInt(ranked -> ranked.suggestion().parts().size())
                .thenComparing(Ranked::oldest, Weighed.OLDEST_FIRST)
                .thenComparing(ranked -> ranked.suggestion().parts().stream()
                        .map(part -> part.invoice().toString())
                        .collect(Collectors.joining()));
    }

    private static Ranked alone(HeldMoney held, Weighed one) {
        var invoice = one.invoice();
        var clues = new EnumMap<Kind, Clue>(Kind.class);
        clues.putAll(one.clues());
        if (invoice.owed().equals(held.amount())) {
            clues.put(Kind.AMOUNT, Clue.AMOUNT_OWED);
        } else if (invoice.invoiced().equals(held.amount())) {
            clues.put(Kind.AMOUNT, Clue.AMOUNT_INVOICED);
        }
        return new Ranked(
                suggestion(invoice.customer(), List.of(new Part(invoice.id(), held.amount())), clues), invoice);
    }

    private static void together(HeldMoney held, List<Weighed> open, List<Ranked> into) {
        Sums.of(held.amount(), open).forEach((invoices, sum) -> {
            var clues = Weighed.joint(invoices);
            clues.put(Kind.AMOUNT, sum);
            var parts = invoices.stream()
                    .map(one -> new Part(one.invoice().id(), one.owed()))
                    .toList();
            var oldest = invoices.getFirst().invoice();
            into.add(new Ranked(suggestion(oldest.customer(), parts, clues), oldest));
        });
    }

    private static Suggestion suggestion(UUID customer, List<Part> parts, Map<Kind, Clue> clues) {
        var reasons = clues.values().stream()
                .sorted(Comparator.comparingInt((Clue clue) -> -clue.points()).thenComparing(clue -> clue))
                .map(Reason::of)
                .toList();
        return new Suggestion(
                customer, parts, reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    /** What speaks for an invoice whatever the amount. */
    private static List<Clue> clues(HeldMoney held, Words words, OpenInvoice invoice) {
        var clues = new ArrayList<Clue>();
        words.clue(invoice).ifPresent(clues::add);
        payer(held, invoice, clues);
        name(held, invoice, clues);
        date(held, invoice, clues);
        return clues;
    }

    private static void payer(HeldMoney held, OpenInvoice invoice, List<Clue> into) {
        if (held.account() != null && invoice.accountMatches() > 0) {
            into.add(invoice.accountShared() ? Clue.SHARED_ACCOUNT : Clue.PAYER_ACCOUNT);
            if (invoice.accountMatches() >= OpenInvoice.REGULAR) {
                into.add(Clue.PAYS_REGULARLY);
            }
        }
        var registered = invoice.customerIdentityNumber();
        if (held.identityNumber() != null
                && registered != null
                && IdentityNumbers.forms(held.identityNumber()).contains(registered)) {
            into.add(Clue.PAYER_IDENTITY);
        }
    }

    private static void name(HeldMoney held, OpenInvoice invoice, List<Clue> into) {
        var payer = held.payer();
        if (payer == null || Names.key(payer).isEmpty()) {
            return;
        }
        if (Names.key(payer).equals(Names.key(invoice.customerName()))) {
            into.add(Clue.PAYER_NAME);
        } else if (Names.alike(payer, invoice.customerName())) {
            into.add(Clue.SIMILAR_NAME);
        }
    }

    private static void date(HeldMoney held, OpenInvoice invoice, List<Clue> into) {
        long late = ChronoUnit.DAYS.between(invoice.due(), held.on());
        if (late >= -14 && late <= 5) {
            into.add(Clue.PAID_WHEN_DUE);
        } else if (late >= -30 && late <= 60) {
            into.add(Clue.PAID_AROUND_DUE);
        }
    }
}
