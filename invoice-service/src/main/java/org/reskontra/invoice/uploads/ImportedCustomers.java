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
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.customers.CustomerStore;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.register.CustomerRules;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.invoice.uploads.LineReader.Said;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.rulebook.identifiers.IdentityNumber;

/** Finds out whom the invoices of a file are for, and enters customers that the register does not have. */
@ApplicationScoped
class ImportedCustomers {

    private final CustomerStore customers;

    ImportedCustomers(CustomerStore customers) {
        this.customers = customers;
    }

    /** An invoice of the file and its customer. */
    record ForCustomer(int line, Optional<UUID> id, InvoiceDraft draft, CustomerRow customer) {}

    /** The invoices whose customer is known now; the others are added to the rejections. */
    Uni<List<ForCustomer>> find(Tx tx, List<Said> said, List<Rejection> rejections) {
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
    private Uni<List<ForCustomer>> ofFile(Tx tx, List<Described> described, List<Rejection> rejections) {
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

    private static List<ForCustomer> entries(
            List<Described> described, Map<String, CustomerRow> known, List<Rejection> rejections) {
        var entries = new ArrayList<ForCustomer>();
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
                entries.add(new ForCustomer(one.said().line(), Optional.empty(), draft, customer));
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

    private Uni<List<ForCustomer>> ofRegister(Tx tx, List<Said.Registered> registered, List<Rejection> rejections) {
        if (registered.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = registered.stream().map(one -> one.customer().value()).collect(Collectors.toSet());
        return customers.findByIds(tx, ids).map(found -> {
            var byId = found.stream().collect(Collectors.toMap(CustomerRow::id, row -> row));
            var entries = new ArrayList<ForCustomer>();
            for (var one : registered) {
                var customer = byId.get(one.customer().value());
                if (customer == null) {
                    rejections.add(new Rejection(
                            one.line(),
                            one.draft().number().orElse(null),
                            "customer-unknown",
                            "there is no customer " + one.customer()));
                } else {
                    entries.add(new ForCustomer(one.line(), one.id(), one.draft(), customer));
                }
            }
            return entries;
        });
    }
}
