package org.reskontra.invoice.duedates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.work.DueWork;

/**
 * Notes which invoices have gone past their due date unpaid, and tells so: once each, on the first local day after the
 * due date or on whatever later day it gets to run. One statement does a batch, and replicas take different rows.
 *
 * <p>It comes after imports and early payments in every round, so that money that was there first counts first.
 */
@ApplicationScoped
@Priority(10)
class DueDateSweep implements DueWork {

    private static final String SWEEP = """
            with due as (
                select id from invoice
                where tenant_id = :tenant and state = 'OPEN' and due_date < cast(cast(:today as text) as date)
                order by due_date, id
                limit :batch
                for update skip locked
            ), passed as (
                update invoice i set state = 'OVERDUE', version = i.version + 1
                from due where i.id = due.id
                returning i.id, i.customer_id, i.due_date, i.currency, i.principal_minor, i.interest_minor, i.costs_minor
            ), told as (
                select count(*) as invoices, json_agg(json_build_object(
                    'id', uuidv7(),
                    'aggregateid', id,
                    'type', cast(:type as text),
                    'payload', json_build_object(
                        'invoice', id,
                        'customer', customer_id,
                        'dueDate', due_date,
                        'outstanding', json_build_object(
                            'principal', money_json(principal_minor, currency),
                            'interest', money_json(interest_minor, currency),
                            'costs', money_json(costs_minor, currency),
                            'total', money_json(principal_minor + interest_minor + costs_minor, currency))))) as news
                from passed
            )
            select cast(invoices as integer),
                   case when invoices > 0 then cast(outbox_append(news, :topic, :tenant) as text) end
            from told""";

    private static final String ANY_DUE = """
            exists (select from invoice where tenant_id = :tenant and state = 'OPEN' and due_date < :today)""";

    private final Transactions transactions;

    @ConfigProperty(name = "reskontra.due-dates.batch")
    int batch;

    DueDateSweep(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "due-dates";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(
                tenant,
                tx -> tx.session()
                        .createNativeQuery(SWEEP, Object[].class)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("today", tx.today().toString())
                        .setParameter("batch", batch)
                        .setParameter("type", EventCatalogue.typeOf(DueDatePassed.class))
                        .setParameter("topic", Topics.INVOICE_EVENTS)
                        .getSingleResult()
                        .map(told -> (Integer) told[0]));
    }

    @Override
    public String due() {
        return ANY_DUE;
    }
}
