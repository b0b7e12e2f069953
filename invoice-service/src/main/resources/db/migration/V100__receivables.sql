-- Customers, invoices, payments and the ledger of receivables. Amounts are minor units of the row's currency.

create table customer (
    id              uuid primary key,
    tenant_id       uuid   not null,
    number          text,
    kind            text   not null,
    country         text   not null,
    identity_number text,
    legal_name      text   not null,
    legal_form      text,
    emails          jsonb  not null,
    phones          jsonb  not null,
    postal_address  jsonb,
    language        text   not null,
    version         bigint not null
);
create unique index customer_number on customer (tenant_id, number) where number is not null;
create index customer_identity on customer (tenant_id, identity_number) where identity_number is not null;
select protect('customer');
grant select, insert, update on customer to ${app};

create table invoice (
    id                  uuid     not null primary key,
    tenant_id           uuid     not null,
    number              text     not null,
    customer_id         uuid     not null references customer,
    country             text     not null,
    debtor_kind         text     not null,
    currency            text     not null,
    issue_date          date     not null,
    due_date            date     not null,
    payment_reference   text     not null,
    net_minor           bigint   not null,
    vat_minor           bigint   not null,
    rounding_minor      bigint   not null,
    gross_minor         bigint   not null check (gross_minor > 0),
    content             jsonb    not null,
    contract_rate       numeric,
    reminder_fee_agreed boolean  not null,
    state               text     not null check (state in ('OPEN', 'OVERDUE', 'IN_COLLECTION', 'SETTLED')),
    principal_minor     bigint   not null check (principal_minor >= 0),
    interest_minor      bigint   not null check (interest_minor >= 0),
    costs_minor         bigint   not null check (costs_minor >= 0),
    interest_through    date     not null,
    principal_changes   jsonb    not null,
    reminders_charged   smallint not null,
    review              text,
    settled_on          date,
    version             bigint   not null,
    check (net_minor + vat_minor + rounding_minor = gross_minor),
    check ((state = 'SETTLED') = (principal_minor + interest_minor + costs_minor = 0)),
    check ((state = 'SETTLED') = (settled_on is not null))
) with (fillfactor = 85);
comment on column invoice.content is 'Lines, price basis and VAT per rate, as issued.';
comment on column invoice.interest_through is 'Last day whose interest is posted; the due date while none is.';
comment on column invoice.principal_changes is 'Part payments after interest_through whose interest could not be posted.';
create unique index invoice_number on invoice (tenant_id, number);
create unique index invoice_reference on invoice (tenant_id, payment_reference);
create index invoice_due on invoice (tenant_id, due_date, id);
create index invoice_of_customer on invoice (tenant_id, customer_id, due_date, id);
-- Lists by state, and the sweep of due dates: (OPEN, due before today).
create index invoice_in_state on invoice (tenant_id, state, due_date, id);
select protect('invoice');
grant select, insert, update on invoice to ${app};

create table numbering (
    tenant_id      uuid primary key,
    last_number    bigint not null,
    last_reference bigint not null
);
comment on table numbering is 'The last places taken in the tenant''s own series of invoice numbers and references.';
select protect('numbering');
grant select, insert, update on numbering to ${app};

create table payment (
    id              uuid   not null primary key,
    tenant_id       uuid   not null,
    invoice_id      uuid references invoice,
    reference       text,
    amount_minor    bigint not null check (amount_minor > 0),
    currency        text   not null,
    value_date      date   not null,
    booking_date    date   not null,
    payer           text,
    state           text   not null check (state in ('BOOKED', 'UNMATCHED')),
    costs_minor     bigint not null check (costs_minor >= 0),
    interest_minor  bigint not null check (interest_minor >= 0),
    principal_minor bigint not null check (principal_minor >= 0),
    excess_minor    bigint not null check (excess_minor >= 0),
    version         bigint not null,
    check ((state = 'BOOKED') = (invoice_id is not null)),
    check (state = 'UNMATCHED'
        or costs_minor + interest_minor + principal_minor + excess_minor = amount_minor)
);
create index payment_unmatched on payment (tenant_id, reference) where state = 'UNMATCHED';
create index payment_of_invoice on payment (tenant_id, invoice_id, id) where invoice_id is not null;
select protect('payment');
grant select, insert, update on payment to ${app};

-- The ledger is only ever added to: neither table grants update or delete to anybody but its owner.
create table ledger_posting (
    id               uuid        not null primary key,
    seq              bigint generated always as identity,
    tenant_id        uuid        not null,
    invoice_id       uuid,
    payment_id       uuid,
    kind             text        not null,
    posted_on        date        not null,
    interest_through date,
    rule_id          text,
    trace            jsonb,
    created_at       timestamptz not null default clock_timestamp()
);
create index ledger_posting_of_invoice on ledger_posting (tenant_id, invoice_id, seq);
select protect('ledger_posting');
grant select, insert on ledger_posting to ${app};

create table ledger_entry (
    posting_id uuid     not null references ledger_posting,
    line       smallint not null,
    tenant_id  uuid     not null,
    posted_on  date     not null,
    account    integer  not null,
    minor      bigint   not null check (minor <> 0),
    currency   text     not null,
    part       text check (part in ('PRINCIPAL', 'INTEREST', 'COSTS')),
    check ((account = 1510) = (part is not null)),
    primary key (posting_id, line)
);
comment on column ledger_entry.minor is 'Debit positive, credit negative.';
create index ledger_entry_by_day on ledger_entry (tenant_id, posted_on) include (account, currency, minor);
select protect('ledger_entry');
grant select, insert on ledger_entry to ${app};

-- The second guard of double entry; the first is that the service cannot construct a posting out of balance.
create function refuse_postings_out_of_balance() returns trigger
    language plpgsql as
$$
begin
    if exists (select from added group by posting_id having sum(minor) <> 0 or count(distinct currency) > 1) then
        raise exception 'a posting is out of balance' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger postings_balance
    after insert on ledger_entry
    referencing new table as added
    for each statement execute function refuse_postings_out_of_balance();

create function money_json(minor bigint, currency text) returns json
    language sql stable
    return json_build_object('minor', minor, 'currency', currency);
