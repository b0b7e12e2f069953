package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimOwner;
import org.reskontra.rulebook.ContentItem;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.SenderRole;
import org.reskontra.rulebook.demands.Draft.Delivery;

/** A draft that is lawful in every country, changed word by word. */
final class Drafts {

    Document document = Document.COLLECTION_DEMAND;
    SenderRole sender = SenderRole.LICENSED_AGENT;
    DebtorKind debtor = DebtorKind.CONSUMER;
    boolean minor;
    boolean disputed;
    boolean timeBarred;
    boolean assigned = true;
    ClaimOwner owner = ClaimOwner.ANOTHER;
    final Set<ContentItem> contains = EnumSet.allOf(ContentItem.class);
    String text = "You can pay or object until the day named below.";
    String language = "en";
    boolean claimsInterest = true;
    boolean chargesCosts = true;
    LocalDate dueDate = LocalDate.parse("2025-01-31");
    LocalDate sentOn = LocalDate.parse("2025-03-03");

    @Nullable
    LocalDate deadline = LocalDate.parse("2025-03-31");

    Delivery delivery = Delivery.PAPER;
    final List<SentBefore> before =
            new ArrayList<>(List.of(new SentBefore(Document.REMINDER, LocalDate.parse("2025-02-15"))));

    Draft draft() {
        return new Draft(
                document,
                sender,
                new Draft.Recipient(debtor, minor),
                new Draft.Claim(dueDate, disputed, timeBarred, assigned, owner),
                new Draft.Letter(contains, text, language, claimsInterest, chargesCosts, deadline, delivery),
                sentOn,
                before);
    }

    /** What a row of a table says, such as {@code disputed; sent 2025-03-01; without COSTS}. */
    static Drafts with(Document document, DebtorKind debtor, @Nullable String changes) {
        var draft = new Drafts();
        draft.document = document;
        draft.debtor = debtor;
        if (changes != null) {
            for (var change : changes.split("; ")) {
                draft.change(change);
            }
        }
        return draft;
    }

    private void change(String change) {
        int space = change.indexOf(' ');
        var what = space < 0 ? change : change.substring(0, space);
        var to = space < 0 ? "" : change.substring(space + 1);
        switch (what) {
            case "disputed" -> disputed = true;
            case "minor" -> minor = true;
            case "expired" -> timeBarred = true;
            case "unassigned" -> assigned = false;
            case "without" -> contains.remove(ContentItem.valueOf(to));
            case "interest-free" -> claimsInterest = false;
            case "free" -> chargesCosts = false;
            case "role" -> sender = SenderRole.valueOf(to);
            case "owner" -> owner = ClaimOwner.valueOf(to);
            case "due" -> dueDate = LocalDate.parse(to);
            case "sent" -> sentOn = LocalDate.parse(to);
            case "until" -> deadline = to.equals("never") ? null : LocalDate.parse(to);
            case "unreminded" -> before.clear();
            case "reminded" -> {
                before.clear();
                before.add(new SentBefore(Document.REMINDER, LocalDate.parse(to)));
            }
            case "by" -> delivery = Delivery.valueOf(to);
            case "in" -> language = to;
            case "says" -> text = to;
            default -> throw new IllegalArgumentException(change);
        }
    }
}
