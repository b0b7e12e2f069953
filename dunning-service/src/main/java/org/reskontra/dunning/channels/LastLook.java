package org.reskontra.dunning.channels;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.dunning.channels.ContactCards.Addressee;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.letters.Language;
import org.reskontra.dunning.letters.Reminder;
import org.reskontra.dunning.policies.Law;
import org.reskontra.dunning.policies.PolicyShelf;

/** What a sender finds when it looks at case and debtor once more, right before it sends. */
sealed interface LastLook {

    /** The letter is still wanted, and this is what it has to say today. */
    record Send(Reminder reminder, Addressee to, String email, Language language) implements LastLook {}

    /** An earlier attempt, with the text as it is stored, has not been answered. */
    record UnderWay() implements LastLook {}

    /** The case no longer waits for this letter. */
    record Drop(String reason) implements LastLook {}

    /** Nothing is owed right now; whether for good, the ledger is about to say. */
    record Hold() implements LastLook {}

    /** There is no card of this customer yet. */
    record Unknown() implements LastLook {}

    /** The customer has no address on this channel. */
    record NoAddress() implements LastLook {}

    static LastLook at(
            LetterRow letter,
            @Nullable CaseState state,
            @Nullable Addressee addressee,
            LocalDate today,
            PolicyShelf policies,
            Law law) {
        if (!(state instanceof LetterPending pending) || pending.step() != letter.step) {
            return new Drop("no-longer-wanted");
        }
        var file = pending.file();
        if (!file.owesMoney()) {
            return new Hold();
        }
        if (addressee == null) {
            return new Unknown();
        }
        if (addressee.email().isEmpty()) {
            return new NoAddress();
        }
        var terms = file.terms();
        var reminder = Reminder.of(file, letter.step, today, policies.pinned(terms.policy()), law.of(terms.country()));
        return new Send(reminder, addressee, addressee.email().get(), Language.forReaderOf(addressee.language()));
    }
}
