package org.reskontra.invoice.inquiries;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.customers.CustomerStore;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.statements.DebtTree;
import org.reskontra.invoice.statements.Item;
import org.reskontra.invoice.statements.PlainText;
import org.reskontra.invoice.statements.Posted;
import org.reskontra.invoice.statements.StatementWriter;
import org.reskontra.invoice.statements.Subject;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.identifiers.GiroNumber;
import org.reskontra.rulebook.identifiers.Iban;

/** Draws statements up. */
@ApplicationScoped
class StatementDesk {

    private final InvoiceStore invoices;
    private final CustomerStore customers;
    private final StatementStore ledger;

    StatementDesk(InvoiceStore invoices, CustomerStore customers, StatementStore ledger) {
        this.invoices = invoices;
        this.customers = customers;
        this.ledger = ledger;
    }

    /**
     * The statement of an invoice; 404 for one that is not there, or was not known then.
     *
     * @param reader the language to write in, from the customer's
     */
    Uni<DrawnUp> drawUp(
            Tx tx, InvoiceId id, LocalDate on, @Nullable Instant knownAt, Function<String, Language> reader) {
        return invoices.find(tx, id).chain(invoice -> {
            if (invoice == null) {
                throw Problem.notFound("invoice", id);
            }
            return customers
                    .find(tx, invoice.customer())
                    .chain(customer -> ledger.posted(tx, id, knownAt)
                            .map(posted -> drawnUp(
                                    tx.tenant(),
                                    invoice,
                                    customer,
                                    on,
                                    knownAt,
                                    posted,
                                    reader.apply(customer.language()))));
        });
    }

    private static DrawnUp drawnUp(
            Tenant tenant,
            InvoiceRow invoice,
            CustomerRow customer,
            LocalDate on,
            @Nullable Instant knownAt,
            List<Posted> posted,
            Language language) {
        if (posted.isEmpty()) {
            throw Problem.notFound(
                    "invoice-not-known-then",
                    "The invoice was not known then",
                    "Nothing was booked on invoice " + invoice.id() + " at " + knownAt + ".");
        }
        var law = Rulebook.standard().pack(invoice.country());
        var statement = Statement.on(
                on, law, invoice.terms(), posted.stream().map(Posted::movement).toList());
        var items = Item.upTo(on, posted);
        var tree = DebtTree.of(law, invoice.debtorKind(), items, statement);
        var written =
                StatementWriter.write(subject(tenant, invoice, customer, knownAt), statement, items, tree, language);
        var view = StatementView.of(invoice.id(), knownAt, statement, tree, PlainText.explanation(written));
        return new DrawnUp(view, written, language);
    }

    private static Subject subject(Tenant tenant, InvoiceRow invoice, CustomerRow customer, @Nullable Instant knownAt) {
        return new Subject(
                tenant.creditorName(),
                tenant.organisationNumber(),
                payTo(tenant),
                Optional.ofNullable(tenant.replyTo()),
                customer.legalName(),
                address(customer.postalAddress()),
                invoice.number(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.paymentReference(),
                Optional.ofNullable(knownAt).map(at -> at.atZone(tenant.zone())));
    }

    private static List<String> payTo(Tenant tenant) {
        var accounts = new ArrayList<String>();
        if (tenant.bankgiro() != null) {
            accounts.add("bankgiro " + new GiroNumber(GiroNumber.Kind.BANKGIRO, tenant.bankgiro()).written());
        }
        if (tenant.iban() != null) {
            accounts.add("IBAN " + new Iban(tenant.iban()).written());
        }
        return accounts;
    }

    private static List<String> address(@Nullable PostalAddress address) {
        return address == null
                ? List.of()
                : List.of(address.street(), address.postcode() + " " + address.town(), address.country());
    }
}
