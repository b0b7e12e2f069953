-- Payments that the bank takes back, and payments that were matched wrongly. Nothing was released before: there are no
-- settled invoices to carry over.

alter table payment
    add column left_to_clerk   boolean not null default false,
    add column reversal_reason text,
    add column reversed_on     date;
comment on column payment.invoice_id is 'The invoice it is on; of a reversed payment the one it was on.';
comment on column payment.left_to_clerk is 'Was taken off an invoice: only a clerk says which one it is for.';

alter table payment
    drop constraint payment_state_check,
    drop constraint payment_check,
    drop constraint payment_check1;
alter table payment
    add check (state in ('BOOKED', 'UNMATCHED', 'REVERSED')),
    add check (state <> 'BOOKED' or invoice_id is not null),
    add check (state <> 'UNMATCHED' or invoice_id is null),
    add check (costs_minor + interest_minor + principal_minor + excess_minor
        = case when state = 'BOOKED' then amount_minor else 0 end),
    add check ((state = 'REVERSED') = (reversal_reason is not null)),
    add check ((state = 'REVERSED') = (reversed_on is not null));

drop index payment_unmatched;
create index payment_unmatched on payment (tenant_id, reference) where state = 'UNMATCHED' and not left_to_clerk;

-- Where an invoice stands if it is owed again.
alter table invoice add column settled_from text check (settled_from in ('OPEN', 'OVERDUE', 'IN_COLLECTION'));
comment on column invoice.settled_from is 'Of a settled invoice: its state when the money came, or IN_COLLECTION once handed over.';
alter table invoice add check ((state = 'SETTLED') = (settled_from is not null));
