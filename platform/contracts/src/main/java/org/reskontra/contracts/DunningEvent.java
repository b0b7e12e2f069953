package org.reskontra.contracts;

import java.time.LocalDate;
import java.util.List;

/** What dunning-service publishes on {@code dunning-events}; the aggregate is the invoice. */
public sealed interface DunningEvent extends PublishedEvent {

    InvoiceId invoice();

    @Override
    default Identifier aggregate() {
        return invoice();
    }

    /**
     * A reminder was handed to the channel that carries it.
     *
     * @param step 1 for the first reminder
     * @param fee what the reminder may cost the debtor; zero when no fee was agreed
     * @param feeRule the rule that allows or refuses the fee
     * @param outstanding what the reminder asked for, its fee included
     */
    @EventType(name = "reminder-sent")
    record ReminderSent(
            InvoiceId invoice,
            CustomerId customer,
            int step,
            Channel channel,
            LocalDate sentOn,
            LocalDate payBy,
            Money fee,
            String feeRule,
            LetterId letter,
            Outstanding outstanding)
            implements DunningEvent {}

    /**
     * A reminder that was due could not be delivered; the ladder waits for a person.
     *
     * @param reason code of what stood in the way, {@code no-email-address}, never free text
     */
    @EventType(name = "reminder-undeliverable")
    record ReminderUndeliverable(
            InvoiceId invoice, CustomerId customer, int step, Channel channel, LocalDate on, String reason)
            implements DunningEvent {

        public ReminderUndeliverable {
            Codes.code(reason);
        }
    }

    /**
     * The ladder is over without payment: from here on only collection acts on the claim.
     *
     * @param claim principal, late interest accrued to and including {@code interestThrough}, and costs
     * @param invoiceVersion aggregate version of the newest invoice event that {@code claim} counts in: what a reader
     *     knows of the invoice up to this version is older than the claim, everything after it is newer
     * @param remindersSent how many reminders went out before
     * @param lastReminderOn when the last of them went out
     */
    @EventType(name = "handed-to-collection")
    record HandedToCollection(
            InvoiceId invoice,
            CustomerId customer,
            Country country,
            DebtorKind debtorKind,
            String invoiceNumber,
            String paymentReference,
            LocalDate issueDate,
            LocalDate dueDate,
            LocalDate handedOverOn,
            Outstanding claim,
            long invoiceVersion,
            LocalDate interestThrough,
            InterestTerms interest,
            int remindersSent,
            LocalDate lastReminderOn)
            implements DunningEvent {}

    /** No more reminders will come. */
    @EventType(name = "dunning-stopped")
    record DunningStopped(InvoiceId invoice, CustomerId customer, StopReason reason, LocalDate on)
            implements DunningEvent {}

    /** Reminders may come again; the steps taken before count. */
    @EventType(name = "dunning-resumed")
    record DunningResumed(InvoiceId invoice, CustomerId customer, ResumeReason reason, LocalDate on)
            implements DunningEvent {}

    /** How a reminder reaches the debtor. */
    enum Channel {
        EMAIL
    }

    /** Why a ladder ended. */
    enum StopReason {
        SETTLED
    }

    /** Why a ladder that had ended goes on. */
    enum ResumeReason {
        PAYMENT_TAKEN_BACK
    }

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends DunningEvent>> types() {
        return List.of(
                ReminderSent.class,
                ReminderUndeliverable.class,
                HandedToCollection.class,
                DunningStopped.class,
                DunningResumed.class);
    }
}
