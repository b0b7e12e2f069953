package org.reskontra.invoice.bankfiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry.Reference;
import org.reskontra.invoice.bankfiles.Entry.Reference.Means;

/** What a transaction of camt is for ({@code RmtInf}). */
final class CamtRemittance {

    private static final Pattern REFERENCE_ALONE = Pattern.compile("[0-9 ]{2,31}|RF[0-9]{2}[0-9A-Za-z ]{1,27}");
    private static final int LONGEST_TEXT = 2_000;

    private CamtRemittance() {}

    /** The references; their amounts are left out unless they make up the whole. */
    static List<Reference> references(XmlNode transaction, Money whole) throws Damaged {
        var found = new ArrayList<Reference>();
        for (var block : transaction.all("RmtInf/Strd")) {
            structured(block, found);
        }
        if (found.isEmpty()) {
            transaction.all("RmtInf/Ustrd").stream()
                    .map(XmlNode::text)
                    .filter(text -> REFERENCE_ALONE.matcher(text).matches())
                    .forEach(text -> found.add(new Reference(Means.FREE, text, null)));
        }
        var bounded = found.subList(0, Math.min(found.size(), EntryReader.MOST_REFERENCES));
        return addUpTo(bounded, whole) ? bounded : bare(bounded);
    }

    /** One block is one document: its reference, or its number, with what is paid of it. */
    private static void structured(XmlNode block, List<Reference> into) throws Damaged {
        var amount = amount(block);
        var reference = block.firstText("CdtrRefInf/Ref", "CdtrRefInf/CdtrRef");
        if (reference.isPresent()) {
            into.add(new Reference(Means.PAYMENT_REFERENCE, reference.get(), amount));
        }
        for (var number : block.all("RfrdDocInf/Nb")) {
            if (!number.text().isEmpty()) {
                into.add(new Reference(Means.INVOICE_NUMBER, number.text(), reference.isPresent() ? null : amount));
            }
        }
    }

    private static @Nullable Money amount(XmlNode block) throws Damaged {
        var paid = block.at("RfrdDocAmt/RmtdAmt").or(() -> block.at("RfrdDocAmt/DuePyblAmt"));
        if (paid.isPresent()) {
            return CamtValues.amount(paid.get());
        }
        var credited = block.at("RfrdDocAmt/CdtNoteAmt");
        return credited.isPresent() ? CamtValues.amount(credited.get()).negated() : null;
    }

    private static boolean addUpTo(List<Reference> references, Money whole) {
        var sum = Money.zero(whole.currency());
        for (var reference : references) {
            var amount = reference.amount();
            if (amount == null || !amount.currency().equals(whole.currency())) {
                return false;
            }
            sum = sum.plus(amount);
        }
        return sum.equals(whole);
    }

    private static List<Reference> bare(List<Reference> references) {
        return references.stream()
                .map(reference -> new Reference(reference.means(), reference.text(), null))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .toList();
    }

    /** What the payer and the bank wrote besides. */
    static Optional<String> text(XmlNode transaction) {
        return Stream.of("RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf")
                .flatMap(path -> transaction.all(path).stream())
                .map(XmlNode::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
}
