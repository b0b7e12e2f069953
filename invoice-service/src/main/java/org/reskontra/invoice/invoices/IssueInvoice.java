package org.reskontra.invoice.invoices;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.customers.CustomerStore;
import org.reskontra.invoice.invoices.InvoiceViews.InvoiceView;
import org.reskontra.invoice.invoices.Issuing.Outcome;
import org.reskontra.invoice.invoices.Issuing.Ready;
import org.reskontra.invoice.invoicing.Checked;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.GatheredWork;
import org.reskontra.kit.rest.NotTogether;
import org.reskontra.kit.rest.Problem;
import org.reskontra.rulebook.Rulebook;

/** Issues invoices for callers: checked, or refused with what is wrong; sent again, answered again. */
@ApplicationScoped
class IssueInvoice implements GatheredWork<NewInvoice> {

    /** What only the service says of an invoice, or says differently once something has happened to it. */
    private static final Set<String> NOT_SENT =
            Set.of("state", "outstanding", "review", "settledOn", "country", "debtorKind");

    private final CustomerStore customers;
    private final InvoiceStore invoices;
    private final Issuing issuing;
    private final ObjectMapper json;

    IssueInvoice(CustomerStore customers, InvoiceStore invoices, Issuing issuing, ObjectMapper json) {
        this.customers = customers;
        this.invoices = invoices;
        this.issuing = issuing;
        this.json = json;
    }

    /** Issues invoices that all can be issued; a number that one of them gives back would leave a gap in the series. */
    @Override
    public Uni<List<Answer>> together(Tx tx, List<Submitted<NewInvoice>> submitted) {
        var bodies = submitted.stream().map(Submitted::command).toList();
        return requireNew(tx, bodies)
                .chain(() -> customers.findByIds(
                        tx, bodies.stream().map(NewInvoice::customerId).collect(Collectors.toSet())))
                .chain(found -> {
                    var known = found.stream().collect(Collectors.toMap(CustomerRow::id, Function.identity()));
                    var traces = new HashMap<UUID, String>();
                    var ready = new ArrayList<Ready>();
                    for (var one : submitted) {
                        var sound = ready(
                                tx.by(one.actor()),
                                one.command(),
                                known(known.get(one.command().customerId())));
                        ready.add(sound);
                        if (one.traceparent() != null) {
                            traces.put(sound.id(), one.traceparent());
                        }
                    }
                    return issuing.issue(tx.tracing(traces), ready);
                })
                .map(outcomes -> outcomes.stream().map(IssueInvoice::issued).toList());
    }

    /** A retry of an invoice whose number the service makes has its own way. */
    private Uni<Void> requireNew(Tx tx, List<NewInvoice> bodies) {
        var named = bodies.stream()
                .filter(body -> body.number() == null)
                .map(NewInvoice::id)
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : invoices.lock(tx, named)
                        .invoke(existing -> {
                            if (!existing.isEmpty()) {
                                throw new NotTogether("an invoice was sent before");
                            }
                        })
                        .replaceWithVoid();
    }

    private static Answer issued(Outcome outcome) {
        if (!outcome.issued()) {
            throw new NotTogether("an id, a number or a reference is taken");
        }
        return created(outcome.invoice());
    }

    /** A retry of an invoice whose number the service makes must not take another number. */
    @Override
    public Uni<Answer> alone(Tx tx, NewInvoice body) {
        var ready = customer(tx, body).map(customer -> ready(tx, body, customer));
        if (body.id() == null || body.number() != null) {
            return ready.chain(sound -> issue(tx, body, sound));
        }
        return ready.chain(sound -> invoices.find(tx, new InvoiceId(body.id()))
                .chain(existing -> existing == null
                        ? issue(tx, body, sound)
                        : Uni.createFrom().item(same(tx, body, existing, sound))));
    }

    private Uni<Answer> issue(Tx tx, NewInvoice body, Ready ready) {
        return issuing.issue(tx, List.of(ready))
                .map(List::getFirst)
                .chain(outcome -> outcome.issued()
                        ? Uni.createFrom().item(created(outcome.invoice()))
                        : taken(tx, body, ready, outcome));
    }

    private static Answer created(InvoiceRow row) {
        return Answer.created("/v1/invoices/" + row.id(), InvoiceView.of(row), row.version());
    }

    private Uni<Answer> taken(Tx tx, NewInvoice body, Ready ready, Outcome outcome) {
        var wanted = outcome.invoice();
        return invoices.holders(tx, wanted).map(holders -> {
            var existing =
                    holders.stream().filter(row -> row.id().equals(wanted.id())).findFirst();
            if (existing.isPresent()) {
                return same(tx, body, existing.get(), ready);
            }
            if (holders.stream().anyMatch(row -> row.number().equals(wanted.number()))) {
                throw Problem.conflict(
                        "invoice-number-taken",
                        "The invoice number is taken",
                        List.of(new FieldError("/number", "taken", "Another invoice has this number.")));
            }
            throw Problem.conflict(
                    "payment-reference-taken",
                    "The payment reference is taken",
                    List.of(new FieldError("/paymentReference", "taken", "Another invoice is paid with this.")));
        });
    }

    private Answer same(Tx tx, NewInvoice body, InvoiceRow existing, Ready ready) {
        var wanted = InvoiceRow.issued(
                existing.id(),
                tx.tenantId(),
                body.number() == null ? existing.number() : body.number(),
                body.paymentReference() == null ? existing.paymentReference() : body.paymentReference(),
                ready.customer(),
                ready.draft(),
                ready.totals());
        Differences.between(json, InvoiceView.of(existing), InvoiceView.of(wanted), NOT_SENT)
                .refuse("invoice-differs", "There is another invoice with this id");
        return Answer.ok(InvoiceView.of(existing), existing.version());
    }

    private Uni<CustomerRow> customer(Tx tx, NewInvoice body) {
        return customers.find(tx, new CustomerId(body.customerId())).map(IssueInvoice::known);
    }

    private static CustomerRow known(@Nullable CustomerRow customer) {
        if (customer == null) {
            throw Problem.refused(
                    "customer-unknown",
                    "No such customer",
                    List.of(new FieldError("/customerId", "unknown", "Enter the customer first.")));
        }
        return customer;
    }

    private static Ready ready(Tx tx, NewInvoice body, CustomerRow customer) {
        if (!body.saysWhenDue()) {
            throw Problem.invalid("/dueDate", "one-of", "Give dueDate or paymentTerms, and not both.");
        }
        var draft = body.draft(tx.tenant().currency());
        var totals = totals(tx, customer, draft);
        return new Ready(body.id() == null ? Ids.next() : body.id(), customer, draft, totals, tx.actor());
    }

    private static Totals totals(Tx tx, CustomerRow customer, InvoiceDraft draft) {
        return switch (InvoiceRules.check(Rulebook.standard(), customer.country(), tx.today(), draft)) {
            case Checked.Issuable(var totals) -> totals;
            case Checked.Malformed(var flaws) -> throw Flaws.problem(flaws);
            case Checked.Refused(var why, var detail) ->
                throw Problem.refused(Codes.of(why), "The invoice cannot be issued", detail);
        };
    }
}
