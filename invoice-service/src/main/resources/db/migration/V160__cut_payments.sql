-- A held payment may be cut: parts of it become payments of their own, on their invoices.
alter table payment
    add column part_of        uuid references payment,
    add column received_minor bigint check (received_minor > amount_minor);
comment on column payment.received_minor is 'What came in, where parts of it were cut off since; null: the amount.';
create index payment_part on payment (tenant_id, part_of, id) where part_of is not null;
