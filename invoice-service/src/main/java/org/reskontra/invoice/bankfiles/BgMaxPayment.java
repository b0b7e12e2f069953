package org.reskontra.invoice.bankfiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry.Kind;
import org.reskontra.invoice.bankfiles.Entry.Payer;
import org.reskontra.invoice.bankfiles.Entry.Reference;
import org.reskontra.invoice.bankfiles.Entry.Reference.Means;

/** A payment (20) or deduction (21) of BgMax, gathered from its records. */
final class BgMaxPayment {

    private static final String CORRECT_OCR = "2";
    private static final String SEVERAL = "3";
    private static final int LONGEST_TEXT = 2_000;

    private final BgMaxLine head;
    private final boolean deduction;
    private final Money amount;
    private final List<Reference> extra = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String name;
    private @Nullable String identityNumber;
    private int rank;

    BgMaxPayment(BgMaxLine head, boolean deduction, Money amount) {
        this.head = head;
        this.deduction = deduction;
        this.amount = amount;
    }

    boolean isDeduction() {
        return deduction;
    }

    /** The payment's serial number within its deposit; blank in files of other makers. */
    String serial() {
        return head.text(58, 69);
    }

    /** Takes one more record of the payment in: 22 to 29, in their order. */
    void add(String code, BgMaxLine line) throws Damaged {
        int its = Integer.parseInt(code);
        boolean repeatable = its <= 25;
        if (repeatable ? its < rank && !(its == 22 && rank == 23) : its <= rank) {
            throw line.damaged(1, 2, "record-out-of-order", "A record " + code + " cannot follow here.");
        }
        rank = its;
        switch (code) {
            case "22" -> addExtra(line, amountOf(line));
            case "23" -> addExtra(line, amountOf(line).negated());
            case "25" -> addText(line.text(3, 52));
            case "26" ->
                name = Optional.of((line.text(3, 37) + " " + line.text(38, 72)).strip())
                        .filter(written -> !written.isEmpty())
                        .orElse(null);
            case "29" -> identityNumber = line.text(3, 14).replaceFirst("^0+", "");
            default -> {}
        }
    }

    private Money amountOf(BgMaxLine line) throws Damaged {
        return new Money(line.number(38, 55, "amount"), amount.currency());
    }

    private void addExtra(BgMaxLine line, Money part) throws Damaged {
        if (extra.size() == EntryReader.MOST_REFERENCES) {
            throw line.damaged(1, 2, "too-many-references", "A payment has at most 200 references.");
        }
        extra.add(new Reference(Means.PAYMENT_REFERENCE, line.text(13, 37), part));
    }

    private void addText(String more) {
        if (!more.isEmpty() && text.length() < LONGEST_TEXT) {
            text.append(text.isEmpty() ? "" : " ").append(more);
        }
    }

    /** The extra references carry the whole amount or none of it. */
    void requireNet() throws Damaged {
        if (!carriesParts()) {
            return;
        }
        var net = extra.stream().map(BgMaxPayment::part).reduce(Money.zero(amount.currency()), Money::plus);
        if (!net.equals(amount)) {
            throw head.damaged(
                    38,
                    55,
                    "references-do-not-add-up",
                    "The payment is of " + amount + " and its references come to " + net
                            + ": a record is missing or changed. Fetch the file again.");
        }
    }

    private static Money part(Reference reference) {
        return Objects.requireNonNull(reference.amount());
    }

    private boolean carriesParts() {
        return extra.stream().anyMatch(reference -> !part(reference).isZero());
    }

    Entry entry(int number, String identity, Section section) {
        var account = head.text(3, 12).replaceFirst("^0+", "");
        var rest = extra.isEmpty() || (isReferred() && !carriesParts()) ? "" : head.text(13, 37);
        return new Entry(
                number,
                head.number(),
                identity,
                1,
                deduction ? Kind.DEDUCTION : Kind.PAYMENT,
                deduction ? amount.negated() : amount,
                section.date(),
                section.date(),
                serial().isEmpty() ? null : serial(),
                new Payer(name, account.isEmpty() ? null : account, identityNumber),
                references(),
                Stream.of(rest, text.toString())
                        .filter(written -> !written.isEmpty())
                        .reduce((one, other) -> one + " " + other)
                        .orElse(null),
                null,
                null);
    }

    /** Whether the payment has a reference of its own beside the extra ones. */
    private boolean isReferred() {
        return head.text(56, 56).equals(CORRECT_OCR);
    }

    private List<Reference> references() {
        if (carriesParts()) {
            return extra;
        }
        if (!extra.isEmpty()) {
            return bare(
                    Means.PAYMENT_REFERENCE,
                    Stream.concat(
                            isReferred() ? Stream.of(head.text(13, 37)) : Stream.empty(),
                            extra.stream().map(Reference::text)));
        }
        return switch (head.text(56, 56)) {
            case SEVERAL -> bare(Means.FREE, Stream.of(head.text(13, 37).split("[,; ]+", -1)));
            case CORRECT_OCR -> bare(Means.PAYMENT_REFERENCE, Stream.of(head.text(13, 37)));
            default -> bare(Means.FREE, Stream.of(head.text(13, 37)));
        };
    }

    private static List<Reference> bare(Means means, Stream<String> texts) {
        var distinct = new LinkedHashSet<String>();
        texts.filter(text -> !text.isEmpty()).forEach(distinct::add);
        return distinct.stream().map(text -> new Reference(means, text, null)).toList();
    }
}
