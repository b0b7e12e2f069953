package org.reskontra.contracts;

import java.time.LocalDate;
import java.util.List;

/** What collection-service publishes on {@code collection-events}; the aggregate is the invoice of the claim. */
public sealed interface CollectionEvent extends PublishedEvent {

    InvoiceId invoice();

    @Override
    default Identifier aggregate() {
        return invoice();
    }

    /** A handed-over claim was taken on: the acknowledgement of {@code handed-to-collection}. */
    @EventType(name = "case-registered")
    record CaseRegistered(
            InvoiceId invoice, CustomerId customer, CollectionCaseId collectionCase, LocalDate on, Outstanding claim)
            implements CollectionEvent {}

    /**
     * A collection demand was handed to the channel that carries it.
     *
     * @param deadline last day to pay or object
     * @param claim what the demand asked for, interest to and including {@code sentOn}
     */
    @EventType(name = "collection-demand-sent")
    record CollectionDemandSent(
            InvoiceId invoice,
            CustomerId customer,
            CollectionCaseId collectionCase,
            LetterId letter,
            LocalDate sentOn,
            LocalDate deadline,
            Outstanding claim)
            implements CollectionEvent {}

    /**
     * The demand could not be delivered; the case waits for a person.
     *
     * @param reason code of what stood in the way, {@code no-email-address}, never free text
     */
    @EventType(name = "collection-demand-undeliverable")
    record CollectionDemandUndeliverable(
            InvoiceId invoice, CustomerId customer, CollectionCaseId collectionCase, LocalDate on, String reason)
            implements CollectionEvent {

        public CollectionDemandUndeliverable {
            Codes.code(reason);
        }
    }

    /** Collection has ended. */
    @EventType(name = "case-closed")
    record CaseClosed(
            InvoiceId invoice, CustomerId customer, CollectionCaseId collectionCase, CloseReason reason, LocalDate on)
            implements CollectionEvent {}

    /**
     * A case that had ended goes on under its old id: money it was settled with was taken back.
     *
     * @param owed as booked, when the case went on
     */
    @EventType(name = "case-reopened")
    record CaseReopened(
            InvoiceId invoice, CustomerId customer, CollectionCaseId collectionCase, LocalDate on, Outstanding owed)
            implements CollectionEvent {}

    /** Why a case ended. */
    enum CloseReason {
        SETTLED
    }

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends CollectionEvent>> types() {
        return List.of(
                CaseRegistered.class,
                CollectionDemandSent.class,
                CollectionDemandUndeliverable.class,
                CaseClosed.class,
                CaseReopened.class);
    }
}
