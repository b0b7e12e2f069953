package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimOwner;
import org.reskontra.rulebook.ContentItem;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.SenderRole;

/**
 * A reminder or a demand as it would go out.
 *
 * @param before what was sent for the same claim, in any order
 */
public record Draft(
        Document document,
        SenderRole sender,
        Recipient recipient,
        Claim claim,
        Letter letter,
        LocalDate sentOn,
        List<SentBefore> before) {

    public Draft {
        before = List.copyOf(before);
    }

    public record Recipient(DebtorKind debtor, boolean minor) {}

    /**
     * The claim it is about.
     *
     * @param disputed the debtor has objected and nothing has settled it
     * @param timeBarred it has expired by the rules on limitation
     * @param assigned it was assigned or pledged, so that paying the former creditor no longer discharges
     */
    public record Claim(LocalDate dueDate, boolean disputed, boolean timeBarred, boolean assigned, ClaimOwner owner) {}

    /**
     * What the debtor gets.
     *
     * @param contains what it says; {@link ContentItem#DEADLINE} goes by {@code deadline} alone
     * @param text all of its words
     * @param language ISO 639-1
     * @param deadline last day to pay or object, of a tratta the first day of publication; null where it names none
     */
    public record Letter(
            Set<ContentItem> contains,
            String text,
            String language,
            boolean claimsInterest,
            boolean chargesCosts,
            @Nullable LocalDate deadline,
            Delivery delivery) {

        public Letter {
            contains = Set.copyOf(contains);
        }
    }

    /** How it reaches the debtor. */
    public enum Delivery {
        PAPER,
        /** In a way the debtor has agreed to for demands, with an agreement that is still in force. */
        ELECTRONIC_AS_AGREED,
        ELECTRONIC
    }

    Plan plan() {
        return new Plan(document, recipient.debtor(), sender, letter.chargesCosts(), claim.dueDate(), before);
    }
}
