package org.reskontra.invoice.ledger;

import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.ClaimPart;

/**
 * One side of a posting.
 *
 * @param amount debit positive, credit negative, never zero
 * @param part on {@link Account#RECEIVABLES}, and only there: which part of the claim grows or shrinks
 */
public record Entry(Account account, Money amount, Optional<ClaimPart> part) {

    public Entry {
        if (amount.isZero()) {
            throw new IllegalArgumentException("an entry of nothing on " + account);
        }
        if (part.isPresent() != (account == Account.RECEIVABLES)) {
            throw new IllegalArgumentException("a part of a claim belongs to receivables, not to " + account);
        }
    }

    public static Entry debit(Account account, Money amount) {
        return new Entry(account, amount, Optional.empty());
    }

    public static Entry credit(Account account, Money amount) {
        return new Entry(account, amount.negated(), Optional.empty());
    }

    /** The claim grows. */
    public static Entry owed(ClaimPart part, Money amount) {
        return new Entry(Account.RECEIVABLES, amount, Optional.of(part));
    }

    /** The claim shrinks. */
    public static Entry paid(ClaimPart part, Money amount) {
        return new Entry(Account.RECEIVABLES, amount.negated(), Optional.of(part));
    }
}
