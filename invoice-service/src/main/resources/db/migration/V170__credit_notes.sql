-- What says that part or all of an invoice was never owed. A credit note is never taken back: what was credited by
-- mistake is invoiced anew.

create table credit_note (
    id             uuid        not null primary key,
    tenant_id      uuid        not null,
    invoice_id     uuid        not null references invoice,
    number         text        not null,
    issue_date     date        not null,
    reason         text        not null,
    note           text,
    currency       text        not null,
    net_minor      bigint      not null,
    vat_minor      bigint      not null,
    rounding_minor bigint      not null,
    gross_minor    bigint      not null check (gross_minor > 0),
    content        jsonb       not null,
    issued_by      text        not null,
    issued_at      timestamptz not null default clock_timestamp(),
    unique (tenant_id, number),
    check (net_minor + vat_minor + rounding_minor = gross_minor)
);
comment on column credit_note.content is 'Lines, if it has any, and what it takes off at each rate of VAT.';
create index credit_note_of_invoice on credit_note (tenant_id, invoice_id, id);
select protect('credit_note');
grant select, insert on credit_note to ${app};
create trigger only_added_to before update or delete or truncate on credit_note
    for each statement execute function refuse_to_change_the_ledger();

alter table numbering add column last_credit_note bigint not null default 0;
comment on table numbering is 'The last places taken in the tenant''s own series of numbers and references.';
