package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.Document;
import org.reskontra.rulebook.SenderRole;

/**
 * A document that somebody means to send.
 *
 * @param charged whether it costs the debtor something
 * @param before what was sent for the same claim, in any order
 */
public record Plan(
        Document document,
        DebtorKind debtor,
        SenderRole sender,
        boolean charged,
        LocalDate dueDate,
        List<SentBefore> before) {

    public Plan {
        before = List.copyOf(before);
    }
}
