package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.customers.CustomerStore;
import org.reskontra.invoice.invoices.Issuing;
import org.reskontra.invoice.invoices.Issuing.Outcome;
import org.reskontra.invoice.invoices.Issuing.Ready;
import org.reskontra.invoice.invoicing.Checked;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.register.CustomerRules;
import org.reskontra.invoice.uploads.ImportStore.Chunk;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.invoice.uploads.LineReader.Said;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.events.Trouble;
import org.reskontra.kit.work.DueWork;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.identifiers.IdentityNumber;

/**
 * Takes files in, a chunk at a time: one transaction issues what is sound and keeps the reason for every line that is
 * not, so that a crash neither loses a line nor takes one in twice.
 */
@ApplicationScoped
class ImportWork implements DueWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);

    private final Transactions transactions;
    private final ImportStore imports;
    private final LineReader reader;
    private final CustomerStore customers;
    private final Issuing issuing;

    ImportWork(
            Transactions transactions,
            ImportStore imports,
            LineReader reader,
            CustomerStore customers,
            Issuing issuing) {
        this.transactions = transactions;
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
        return transactions
                .in(
                        tenant,
                        tx -> imports.next(tx)
                                .chain(chunk -> chunk == null ? Uni.createFrom().item(0) : takeIn(tx, chunk)))
                .onFailure(failure -> !Trouble.passes(failure))
                .recoverWithUni(failure -> giveUp(tenant, failure));
    }

    @Override
    public Uni<Boolean> pending(Tx tx) {
        return imports.anyUnderWay(tx);
    }

    /** A file that breaks us must not stand in the way of all other work for ever. */
    private Uni<Integer> giveUp(TenantId tenant, Throwable failure) {
        LOG.error("an import is given up", failure);
        return transactions
                .in(tenant, tx -> imports.fail(tx, failure.getClass().getSimpleName()))
                .replaceWith(1);
    }

    /** An invoice that could be read, and the customer it is for once that is known. */
    private record Entry(int line, Optional<UUID> id, InvoiceDraft draft, CustomerRow customer) {}

    private Uni<Integer> takeIn(Tx tx, Chunk chunk) {
        var mapping = chunk.format() == Format.CSV ? InvoiceFile.usable(chunk.mapping()) : null;
        var rejections = new ArrayList<Rejection>();
        var said = chunk.lines().stream()
                .map(line -> reader.read(chunk.format(), mapping, line, tx.tenant()))
                .toList();
        return entries(tx, said, rejections)
                .chain(entries -> issue(tx, entries, rejections))
                .chain(() -> imports.done(tx, chunk, rejections))
                .replaceWith(chunk.lines().size());
    }

    private Uni<Void> issue(Tx tx, List<Entry> entries, List<Rejection> rejections) {
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

    private static Optional<Ready> check(Tx tx, Entry entry, List<Rejection> rejections) {
        var number = entry.draft().number().orElse(null);
        return switch (InvoiceRules.check(Rulebook.standard(), entry.customer().country(), tx.today(), entry.draft())) {
            case Checked.Issuable(var totals) ->
                Optional.of(new Ready(entry.id().orElseGet(Ids::next), entry.customer(), entry.draft(), totals));
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

    private Uni<List<Entry>> entries(Tx tx, List<Said> said, List<Rejection> rejections) {
        var described = new ArrayList<Described>();
        var registered = new ArrayList<Said.Registered>();
        for (var one : said) {
            switch (one) {
                case Said.Unreadable u -> rejections.add(new Rejection(u.line(), u.number(), u.code(), u.reason()));
                case Said.Registered r -> registered.add(r);
                case Said.Described d -> accepted(tx, d, rejections).ifPresent(described::add);
            }
        }
        return ofRegister(tx, registered, rejections)
                .chain(first -> ofFile(tx, described, rejections)
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    // ---- customers the file describes

    private record Described(Said.Described said, CustomerRules.Checked.Acceptable accepted) {

        @Nullable
        String number() {
            return said.customer().number();
        }

        @Nullable
        String identityNumber() {
            return accepted.identityNumber().map(IdentityNumber::normalised).orElse(null);
        }

        /** What tells this customer from others: the creditor's number, else the identity number. */
        String key() {
            return key(number(), identityNumber());
        }

        static String key(@Nullable String number, @Nullable String identityNumber) {
            return number != null ? "number " + number : "identity " + identityNumber;
        }
    }

    private static Optional<Described> accepted(Tx tx, Said.Described said, List<Rejection> rejections) {
        return switch (CustomerRules.check(said.customer(), tx.today())) {
            case CustomerRules.Checked.Acceptable acceptable -> Optional.of(new Described(said, acceptable));
            case CustomerRules.Checked.Malformed(var flaws) -> {
                var flaw = flaws.getFirst();
                rejections.add(new Rejection(
                        said.line(),
                        said.draft().number().orElse(null),
                        flaw.code(),
                        "customer" + flaw.pointer() + ": " + flaw.detail()));
                yield Optional.empty();
            }
        };
    }

    /** Customers the register has are taken as they stand there; the others are entered. */
    private Uni<List<Entry>> ofFile(Tx tx, List<Described> described, List<Rejection> rejections) {
        if (described.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var numbers = texts(described.stream().map(Described::number));
        var identities = texts(
                described.stream().filter(customer -> customer.number() == null).map(Described::identityNumber));
        return customers.findAll(tx, numbers, identities).chain(found -> {
            var known = byKey(found);
            var fresh = new LinkedHashMap<String, CustomerRow>();
            for (var customer : described) {
                if (!known.containsKey(customer.key())) {
                    fresh.computeIfAbsent(
                            customer.key(), key -> CustomerRow.of(Ids.next(), tx.tenantId(), customer.accepted(), 1));
                }
            }
            return entered(tx, fresh).invoke(known::putAll).replaceWith(() -> entries(described, known, rejections));
        });
    }

    private Uni<Map<String, CustomerRow>> entered(Tx tx, Map<String, CustomerRow> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : customers.add(tx, List.copyOf(fresh.values())).map(added -> {
                    var ids = Set.copyOf(added);
                    return fresh.entrySet().stream()
                            .filter(customer -> ids.contains(customer.getValue().id()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                });
    }

    private static List<Entry> entries(
            List<Described> described, Map<String, CustomerRow> known, List<Rejection> rejections) {
        var entries = new ArrayList<Entry>();
        for (var one : described) {
            var customer = known.get(one.key());
            var draft = one.said().draft();
            if (customer == null) {
                // entered by somebody else in this very moment
                rejections.add(new Rejection(
                        one.said().line(),
                        draft.number().orElse(null),
                        "customer-busy",
                        "the customer is being entered"));
            } else {
                entries.add(new Entry(one.said().line(), Optional.empty(), draft, customer));
            }
        }
        return entries;
    }

    private static Map<String, CustomerRow> byKey(List<CustomerRow> found) {
        var known = new HashMap<String, CustomerRow>();
        for (var row : found) {
            if (row.number() != null) {
                known.putIfAbsent(Described.key(row.number(), null), row);
            }
            if (row.identityNumber() != null) {
                known.putIfAbsent(Described.key(null, row.identityNumber()), row);
            }
        }
        return known;
    }

    private static Set<String> texts(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    // ---- customers of the register

    private Uni<List<Entry>> ofRegister(Tx tx, List<Said.Registered> registered, List<Rejection> rejections) {
        if (registered.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = registered.stream().map(one -> one.customer().value()).collect(Collectors.toSet());
        return customers.findByIds(tx, ids).map(found -> {
            var byId = found.stream().collect(Collectors.toMap(CustomerRow::id, row -> row));
            var entries = new ArrayList<Entry>();
            for (var one : registered) {
                var customer = byId.get(one.customer().value());
                if (customer == null) {
                    rejections.add(new Rejection(
                            one.line(),
                            one.draft().number().orElse(null),
                            "customer-unknown",
                            "there is no customer " + one.customer()));
                } else {
                    entries.add(new Entry(one.line(), one.id(), one.draft(), customer));
                }
            }
            return entries;
        });
    }
}
