package org.reskontra.invoice.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.bankfiles.Entry.Reference;
import org.reskontra.invoice.bankfiles.Entry.Reference.Means;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.matching.Candidate.By;

/**
 * Finds the invoices of an entry by what the payer says it is for. Only what can mean one invoice and no other is booked
 * without a person: its payment reference, its number in the field for it, or its number anywhere with exactly what it
 * owes.
 */
public final class Matching {

    /** As long as a payment reference or an invoice number gets. */
    private static final int LONGEST = 35;

    /** What keeps money from being booked by what the payer says, and not from being booked by other clues. */
    private static final Set<String> OPEN = Set.of("no-reference", "unknown-reference", "several-invoices");

    private Matching() {}

    /** The texts that an invoice must carry as reference or number to be one of the entry's. */
    public static Set<String> texts(Entry entry) {
        var texts = new LinkedHashSet<String>();
        for (var reference : entry.references()) {
            texts.addAll(References.forms(reference.text()));
            texts.add(reference.text().strip());
        }
        texts.removeIf(text -> text.isEmpty() || text.length() > LONGEST || Flaw.holdsControlSigns(text));
        return texts;
    }

    /**
     * Cuts an entry into shares that come to its amount.
     *
     * @param entry a payment of more than nothing
     * @param candidates the invoices with one of its texts
     * @param check what a reference must be to be looked for
     */
    public static List<Share> shares(Entry entry, List<Candidate> candidates, ReferenceCheck check) {
        var found = new Found(candidates, check);
        var references = entry.references();
        if (references.isEmpty()) {
            return List.of(left(entry, "no-reference"));
        }
        if (references.size() == 1) {
            return List.of(found.share(references.getFirst(), entry.amount()));
        }
        return references.getFirst().amount() == null ? together(entry, found) : apart(entry, found);
    }

    /** Whether all of an entry is left because nobody knows what it is for, so that other clues may tell. */
    public static boolean isOpen(List<Share> shares) {
        return shares.size() == 1
                && shares.getFirst().invoice() == null
                && OPEN.contains(shares.getFirst().why());
    }

    /** Every reference with an amount of its own. */
    private static List<Share> apart(Entry entry, Found found) {
        var shares = new ArrayList<Share>();
        for (var reference : entry.references()) {
            var amount = reference.amount();
            if (amount == null || amount.isNegative()) {
                return List.of(left(entry, "sets-off"));
            }
            if (!amount.isZero()) {
                shares.add(found.share(reference, amount));
            }
        }
        return shares;
    }

    /** One amount for several references: booked if it is what they owe together, or if they all mean one invoice. */
    private static List<Share> together(Entry entry, Found found) {
        Map<UUID, Share> byInvoice = new HashMap<>();
        var shares = new ArrayList<Share>();
        var sum = Money.zero(entry.amount().currency());
        for (var reference : entry.references()) {
            var share = found.share(reference, entry.amount());
            var invoice = share.invoice();
            if (invoice == null) {
                return List.of(left(entry, share.why()));
            }
            if (byInvoice.putIfAbsent(invoice, share) == null) {
                var owed = found.owed(invoice);
                sum = sum.plus(owed);
                shares.add(new Share(owed, invoice, share.reference(), share.why()));
            }
        }
        if (shares.size() == 1) {
            return List.copyOf(byInvoice.values());
        }
        boolean pays = sum.equals(entry.amount())
                && shares.stream().allMatch(share -> share.amount().isPositive());
        return pays ? shares : List.of(left(entry, "several-invoices"));
    }

    private static Share left(Entry entry, String why) {
        return new Share(entry.amount(), null, null, why);
    }

    /** The invoices there are, by what they are called. */
    private static final class Found {

        private final Map<String, Set<Candidate>> byReference = new HashMap<>();
        private final Map<String, Set<Candidate>> byNumber = new HashMap<>();
        private final Map<UUID, Money> owed = new HashMap<>();
        private final ReferenceCheck check;

        Found(List<Candidate> candidates, ReferenceCheck check) {
            this.check = check;
            for (var candidate : candidates) {
                (candidate.by() == By.REFERENCE ? byReference : byNumber)
                        .computeIfAbsent(candidate.text(), _ -> new LinkedHashSet<>())
                        .add(candidate);
                owed.put(candidate.invoice(), candidate.owed());
            }
        }

        Money owed(UUID invoice) {
            return Optional.ofNullable(owed.get(invoice)).orElseThrow();
        }

        Share share(Reference reference, Money amount) {
            boolean inItsField = reference.means() == Means.PAYMENT_REFERENCE;
            var refusal = inItsField ? check.refusal(reference.text()) : Optional.<String>empty();
            // one that was checked is no slip of the hand: its invoice is still to come
            var unknown = inItsField && check.isHard() ? "invoice-to-come" : "unknown-reference";
            return refusal.map(why -> new Share(amount, null, null, why))
                    .or(() -> sought(reference, amount))
                    .orElseGet(() -> new Share(amount, null, kept(reference), unknown));
        }

        private Optional<Share> sought(Reference reference, Money amount) {
            var referenced = References.forms(reference.text()).stream()
                    .flatMap(form -> byReference.getOrDefault(form, Set.of()).stream());
            var numbered = byNumber.getOrDefault(reference.text().strip(), Set.of()).stream()
                    .filter(candidate -> reference.means() == Means.INVOICE_NUMBER
                            || candidate.owed().equals(amount));
            return meant(referenced).or(() -> meant(numbered)).map(candidates -> booked(reference, amount, candidates));
        }

        private static Optional<List<Candidate>> meant(Stream<Candidate> candidates) {
            var all = new HashMap<UUID, Candidate>();
            candidates.forEach(candidate -> all.putIfAbsent(candidate.invoice(), candidate));
            return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all.values()));
        }

        private static Share booked(Reference reference, Money amount, List<Candidate> candidates) {
            if (candidates.size() > 1) {
                return new Share(amount, null, null, "several-invoices");
            }
            var one = candidates.getFirst();
            if (!one.owed().currency().equals(amount.currency())) {
                return new Share(amount, null, null, "currency-differs");
            }
            return new Share(
                    amount, one.invoice(), kept(reference), one.by() == By.REFERENCE ? "by-reference" : "by-number");
        }

        private static @Nullable String kept(Reference reference) {
            var usual = References.usual(reference.text());
            return usual.isEmpty() || usual.length() > LONGEST || Flaw.holdsControlSigns(usual) ? null : usual;
        }
    }
}
