-- What is known of every customer. Whoever changes it locks the customers' rows first, in order.
create table customer_book (
    customer_id   uuid primary key,
    tenant_id     uuid    not null,
    settled       integer not null default 0 check (settled >= 0),
    settled_late  integer not null default 0 check (settled_late between 0 and settled),
    days_late     bigint  not null default 0 check (days_late >= settled_late),
    at_collection integer not null default 0 check (at_collection >= 0)
);
comment on column customer_book.days_late is 'Days after the due date, added up over the settled invoices.';
select protect('customer_book');
grant select, insert, update on customer_book to ${app};

create table customer_exposure (
    customer_id       uuid   not null,
    currency          text   not null,
    tenant_id         uuid   not null,
    outstanding_minor bigint not null,
    primary key (customer_id, currency)
);
select protect('customer_exposure');
grant select, insert, update on customer_exposure to ${app};

create table book_entry (
    invoice_id        uuid primary key,
    tenant_id         uuid    not null,
    customer_id       uuid    not null,
    currency          text,
    outstanding_minor bigint,
    due_date          date,
    settled_on        date,
    handed_over       boolean not null,
    collection_closed boolean not null,
    check ((currency is null) = (outstanding_minor is null))
);
comment on table book_entry is 'One invoice; news of it comes on several topics, so anything may be missing yet.';
create index book_entry_open on book_entry (tenant_id, customer_id, due_date) where outstanding_minor > 0;
select protect('book_entry');
grant select, insert, update on book_entry to ${app};

create table credit_check (
    check_id           uuid primary key,
    tenant_id          uuid        not null,
    customer_id        uuid        not null,
    amount_minor       bigint      not null,
    currency           text        not null,
    purpose            text        not null,
    contract_reference text,
    verdict            text        not null,
    limit_minor        bigint      not null,
    prepayment_share   numeric     not null,
    reasons            text        not null,
    decided_on         date        not null,
    valid_until        date        not null,
    policy_id          text        not null,
    exposure_minor     bigint      not null,
    settled            integer     not null,
    settled_late       integer     not null,
    days_late          bigint      not null,
    at_collection      integer     not null,
    days_overdue       integer     not null,
    asked_by           text        not null,
    recorded_at        timestamptz not null default clock_timestamp()
);
comment on table credit_check is 'Every decision with what it was made of, so that it can be explained.';
comment on column credit_check.purpose is 'Why it was asked: the law wants a legitimate need.';
comment on column credit_check.reasons is 'Codes, most important first, separated by commas.';
create index credit_check_customer on credit_check (tenant_id, customer_id, check_id);
select protect('credit_check');
grant select, insert on credit_check to ${app};
