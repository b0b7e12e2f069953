package org.reskontra.dunning.cases;

import org.reskontra.dunning.ladder.CaseState.Ended;
import org.reskontra.dunning.ladder.CaseState.HandedOver;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.ladder.CaseState.Overdue;
import org.reskontra.dunning.ladder.CaseState.Reminded;
import org.reskontra.dunning.ladder.CaseState.Unreachable;
import org.reskontra.dunning.ladder.CaseState.Waiting;

/** The states of a case by the names that rows and the API use. */
public enum StateName {
    /** The due date has not passed. */
    WAITING,
    /** The due date has passed and no reminder has gone out. */
    OVERDUE,
    /** A reminder was decided and is on its way. */
    LETTER_PENDING,
    /** At least one reminder has gone out. */
    REMINDED,
    /** A reminder could not be delivered; the case waits for a better address. */
    UNREACHABLE,
    /** Only collection acts. */
    HANDED_OVER,
    /** Paid before a hand-over. */
    ENDED;

    public static StateName of(Known state) {
        return switch (state) {
            case Waiting _ -> WAITING;
            case Overdue _ -> OVERDUE;
            case LetterPending _ -> LETTER_PENDING;
            case Reminded _ -> REMINDED;
            case Unreachable _ -> UNREACHABLE;
            case HandedOver _ -> HANDED_OVER;
            case Ended _ -> ENDED;
        };
    }
}
