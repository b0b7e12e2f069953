package org.reskontra.collection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reskontra.collection.process.CaseEvent;
import org.reskontra.collection.process.CaseEvent.BalanceNoted;
import org.reskontra.collection.process.CaseEvent.Closed;
import org.reskontra.collection.process.CaseEvent.DemandDecided;
import org.reskontra.collection.process.CaseEvent.DemandReopened;
import org.reskontra.collection.process.CaseEvent.DemandSent;
import org.reskontra.collection.process.CaseEvent.DemandUndeliverable;
import org.reskontra.collection.process.CaseEvent.Registered;
import org.reskontra.collection.process.CaseEvent.Reopened;
import org.reskontra.collection.process.CloseReason;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.CollectionEvent;
import org.reskontra.contracts.CollectionEvent.CaseClosed;
import org.reskontra.contracts.CollectionEvent.CaseRegistered;
import org.reskontra.contracts.CollectionEvent.CaseReopened;
import org.reskontra.contracts.CollectionEvent.CollectionDemandSent;
import org.reskontra.contracts.CollectionEvent.CollectionDemandUndeliverable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;

/** What of a case's history others are told. */
public final class Published {

    private Published() {}

    public static List<CollectionEvent> from(
            CollectionCaseId id, InvoiceId invoice, CustomerId customer, List<CaseEvent> events) {
        return events.stream()
                .flatMap(event -> of(id, invoice, customer, event))
                .toList();
    }

    private static Stream<CollectionEvent> of(
            CollectionCaseId id, InvoiceId invoice, CustomerId customer, CaseEvent event) {
        return switch (event) {
            case BalanceNoted _, DemandDecided _, DemandReopened _ -> Stream.empty(); // our own business
            case Registered e ->
                Stream.of(new CaseRegistered(
                        invoice, customer, id, e.on(), e.claim().owed()));
            case Reopened e ->
                Stream.of(new CaseReopened(
                        invoice, customer, id, e.on(), e.balance().booked()));
            case DemandSent e ->
                Stream.of(new CollectionDemandSent(
                        invoice, customer, id, e.letter(), e.on(), e.deadline(), e.demanded()));
            case DemandUndeliverable e ->
                Stream.of(new CollectionDemandUndeliverable(invoice, customer, id, e.on(), code(e.why())));
            case Closed e -> Stream.of(new CaseClosed(invoice, customer, id, reason(e.reason()), e.on()));
        };
    }

    private static CollectionEvent.CloseReason reason(CloseReason reason) {
        return switch (reason) {
            case SETTLED -> CollectionEvent.CloseReason.SETTLED;
        };
    }

    /** NO_ADDRESS is {@code no-address} on the wire. */
    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
