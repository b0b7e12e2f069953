package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.invoices.Issuing;
import org.reskontra.invoice.invoices.Issuing.Outcome;
import org.reskontra.invoice.invoices.Issuing.Ready;
import org.reskontra.invoice.invoicing.Checked;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.uploads.ImportStore.Chunk;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.invoice.uploads.ImportedCustomers.ForCustomer;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;
import org.reskontra.rulebook.Rulebook;

/** Issues the invoices of files. */
@ApplicationScoped
@Priority(30)
class InvoiceImportWork implements DueWork {

    private final ImportRun imports;
    private final LineReader reader;
    private final ImportedCustomers customers;
    private final Issuing issuing;

    InvoiceImportWork(ImportRun imports, LineReader reader, ImportedCustomers customers, Issuing issuing) {
        this.imports = imports;
        this.reader = reader;
        this.customers = customers;
        this.issuing = issuing;
    }

    @Override
    public String name() {
        return "invoice-imports";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return imports.next(tenant, Kind.INVOICES, this::takeIn);
    }

    @Override
    public String due() {
        return ImportStore.underWay(Kind.INVOICES);
    }

    private Uni<List<Rejection>> takeIn(Tx tx, Chunk chunk) {
        var mapping = chunk.format() == Format.CSV ? InvoiceFile.usable(chunk.mapping()) : null;
        var rejections = new ArrayList<Rejection>();
        var said = chunk.lines().stream()
                .map(line -> reader.read(chunk.format(), mapping, line, tx.tenant()))
                .toList();
        return customers
                .find(tx, said, rejections)
                .chain(entries -> issue(tx, entries, rejections))
                .replaceWith(rejections);
    }

    private Uni<Void> issue(Tx tx, List<ForCustomer> entries, List<Rejection> rejections) {
        var lines = new HashMap<UUID, Integer>();
        var ready = new ArrayList<Ready>();
        for (var entry : entries) {
            check(tx, entry, rejections).ifPresent(sound -> {
                lines.put(sound.id(), entry.line());
                ready.add(sound);
            });
        }
        return issuing.issue(tx, ready)
                .invoke(outcomes -> outcomes.stream()
                        .filter(outcome -> !outcome.issued())
                        .forEach(outcome -> rejections.add(taken(outcome, lines))))
                .replaceWithVoid();
    }

    private static Optional<Ready> check(Tx tx, ForCustomer entry, List<Rejection> rejections) {
        var number = entry.draft().number().orElse(null);
        return switch (InvoiceRules.check(Rulebook.standard(), entry.customer().country(), tx.today(), entry.draft())) {
            case Checked.Issuable(var totals) ->
                Optional.of(new Ready(
                        entry.id().orElseGet(Ids::next), entry.customer(), entry.draft(), totals, tx.actor()));
            case Checked.Malformed(var flaws) -> {
                var flaw = flaws.getFirst();
                rejections.add(new Rejection(entry.line(), number, flaw.code(), flaw.pointer() + ": " + flaw.detail()));
                yield Optional.empty();
            }
            case Checked.Refused(var why, var detail) -> {
                rejections.add(new Rejection(entry.line(), number, Codes.of(why), detail));
                yield Optional.empty();
            }
        };
    }

    private static Rejection taken(Outcome outcome, Map<UUID, Integer> lines) {
        var invoice = outcome.invoice();
        return new Rejection(
                lines.get(invoice.id()),
                invoice.number(),
                "taken",
                "invoice number " + invoice.number() + " or payment reference " + invoice.paymentReference()
                        + " is taken");
    }
}
