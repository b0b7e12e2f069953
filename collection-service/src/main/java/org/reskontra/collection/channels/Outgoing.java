package org.reskontra.collection.channels;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.demands.Letter;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Outstanding;

/**
 * A letter on its way out.
 *
 * @param attempt 1 for the first
 * @param replyTo where the debtor's answer goes; null: to the sender
 * @param drawnOn business date of its figures
 */
record Outgoing(
        LetterId id,
        CollectionCaseId caseId,
        int attempt,
        String recipient,
        @Nullable String replyTo,
        Letter letter,
        LocalDate drawnOn,
        LocalDate deadline,
        Outstanding demanded) {}
