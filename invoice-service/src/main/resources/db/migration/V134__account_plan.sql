-- What a tenant calls the accounts. The ledger itself holds the usual numbers, so that another plan renames its whole
-- history and changes none of it.

create table account_plan (
    tenant_id uuid    not null,
    account   integer not null,
    number    integer not null,
    title     text    not null,
    primary key (tenant_id, account)
);
comment on column account_plan.account is 'The number in the ledger, as in the BAS chart.';
select protect('account_plan');
grant select, insert, update, delete on account_plan to ${app};

create index ledger_posting_by_booking on ledger_posting (tenant_id, booking_date, seq);
