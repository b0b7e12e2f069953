package org.reskontra.acceptance.chaos;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.reskontra.acceptance.agent.Mutation;
import org.reskontra.acceptance.agent.Point;
import org.reskontra.acceptance.chaos.Fault.RecordsComeAgain;
import org.reskontra.acceptance.chaos.Fault.ServiceEndsAt;
import org.reskontra.acceptance.chaos.FaultPlan.Moment;
import org.reskontra.acceptance.chaos.FaultPlan.Planned;
import org.reskontra.acceptance.oracle.Fact;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Scenario;
import org.reskontra.acceptance.oracle.Scenario.Day;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.services.Service;

/** A short life with the one fault that a {@link Mutation} does not survive. */
final class Mutated {

    private static final LocalDate START = LocalDate.of(2025, 5, 5);
    private static final LocalDate DUE = START.plusDays(4);
    private static final int INVOICES = 8;
    private static final Money AMOUNT = Money.of(1_000_00, "SEK");

    private final List<UUID> invoices =
            IntStream.range(0, INVOICES).mapToObj(i -> UUID.randomUUID()).toList();

    private Mutated() {}

    /**
     * Lives with the mutation.
     *
     * @return what the check found; a mutation that was not noticed leaves it empty
     */
    static List<String> run(Rig rig, Mutation mutation, Consumer<String> progress) {
        rig.mutate(mutation);
        try {
            return new Mutated().with(mutation).on(rig, progress);
        } finally {
            rig.endMutation(mutation);
        }
    }

    private Run with(Mutation mutation) {
        var plan = new FaultPlan(List.of(
                switch (mutation) {
                    case OUTBOX_OUTSIDE_TRANSACTION ->
                        new Planned(
                                1, Moment.AMONG_FACTS, 0, new ServiceEndsAt(Service.INVOICE, Point.BEFORE_COMMIT, 1));
                    case ACKNOWLEDGED_EARLY ->
                        new Planned(1, Moment.AMONG_FACTS, 0, new ServiceEndsAt(Service.DUNNING, Point.RECEIVED, 1));
                    case NO_VERSION_CHECK -> new Planned(3, Moment.IN_THE_WORK, 0, new RecordsComeAgain());
                }));
        return new Run(new TenantId(UUID.randomUUID()), scenario(), plan);
    }

    /** Invoices go out, fall due, and are paid in part. */
    private Scenario scenario() {
        var issued = IntStream.range(0, INVOICES).mapToObj(this::issued).toList();
        var paid = invoices.stream()
                .<Fact>map(invoice -> new InvoicePaid(UUID.randomUUID(), invoice, Money.of(400_00, "SEK")))
                .toList();
        return new Scenario(List.of(
                new Day(START, List.of(), List.of(new CustomerEntered("K-1"))),
                new Day(START.plusDays(1), List.of(), issued),
                new Day(DUE.plusDays(2), List.of(), paid),
                new Day(DUE.plusDays(3), List.of(), List.of())));
    }

    private Fact issued(int index) {
        return new InvoiceIssued(
                invoices.get(index), Integer.toString(7000 + index), "K-1", DUE, AMOUNT, Optional.empty());
    }
}
