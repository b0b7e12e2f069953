-- What is owed on every invoice we have heard of. Claims and payments travel on different topics: whoever changes a
-- case, or takes one on, locks the invoice's row here first, so that neither misses the other.
create table invoice_standing (
    invoice_id       uuid primary key,
    tenant_id        uuid   not null,
    version          bigint not null,
    currency         text,
    principal_minor  bigint,
    interest_minor   bigint,
    costs_minor      bigint,
    interest_through date,
    check ((version = 0) = (currency is null)),
    check ((currency is null) = (principal_minor is null)),
    check ((currency is null) = (interest_minor is null)),
    check ((currency is null) = (costs_minor is null))
);
comment on column invoice_standing.version is 'Of the newest invoice event; 0: none has arrived yet.';
comment on column invoice_standing.interest_through is 'Last day whose late interest is booked; null: none is.';
select protect('invoice_standing');
grant select, insert, update on invoice_standing to ${app};

create table collection_case (
    case_id       uuid primary key,
    tenant_id     uuid   not null,
    invoice_id    uuid   not null unique,
    customer_id   uuid   not null,
    version       bigint not null,
    stage         text   not null,
    due_on        date,
    state         text   not null check (state is json)
);
comment on column collection_case.version is 'How many entries its journal has.';
comment on column collection_case.due_on is 'Business date on which the case wants to be looked at; null: only news can move it.';
create index collection_case_due on collection_case (tenant_id, due_on, case_id) where due_on is not null;
create index collection_case_list on collection_case (tenant_id, case_id);
create index collection_case_stage on collection_case (tenant_id, stage, case_id);
select protect('collection_case');
grant select, insert, update on collection_case to ${app};

create table case_journal (
    case_id     uuid        not null references collection_case,
    entry       bigint      not null,
    tenant_id   uuid        not null,
    happened_on date        not null,
    event       text        not null check (event is json),
    cause       text        not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (case_id, entry)
);
comment on table case_journal is 'Everything that happened to a case; added to, never changed.';
comment on column case_journal.cause is 'Id of the event that came in, name of the due work, or subject of the caller.';
select protect('case_journal');
grant select, insert on case_journal to ${app};

create table case_refusal (
    refusal_id  bigint generated always as identity primary key,
    tenant_id   uuid        not null,
    case_id     uuid        not null references collection_case,
    code        integer     not null,
    reason      text        not null,
    command     text        not null,
    cause       text        not null,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table case_refusal is 'What a case was asked for and did not do; for a person to look at.';
create index case_refusal_case on case_refusal (case_id);
select protect('case_refusal');
grant select, insert on case_refusal to ${app};

create table letter (
    letter_id       uuid primary key,
    tenant_id       uuid        not null,
    case_id         uuid        not null references collection_case,
    status          text        not null,
    attempts        integer     not null,
    next_attempt_at timestamptz,
    recipient       text,
    language        text,
    subject         text,
    body            text,
    drawn_on        date,
    deadline        date,
    currency        text,
    principal_minor bigint,
    interest_minor  bigint,
    costs_minor     bigint,
    sent_at         timestamptz,
    trouble         text,
    check ((status in ('QUEUED', 'SENDING')) = (next_attempt_at is not null)),
    check (status not in ('SENDING', 'SENT') or (recipient is not null and body is not null and deadline is not null))
);
comment on column letter.next_attempt_at is
    'QUEUED: when it may be tried. SENDING: when whoever sends it must be given up for dead.';
comment on column letter.body is 'As it is handed to the channel. Of a letter that was sent: exactly what was sent.';
create index letter_to_send on letter (tenant_id, next_attempt_at) where next_attempt_at is not null;
create index letter_case on letter (case_id, letter_id);
select protect('letter');
grant select, insert, update on letter to ${app};

create table contact (
    customer_id uuid primary key,
    tenant_id   uuid not null,
    legal_name  text,
    email       text,
    language    text
);
comment on table contact is 'How to reach debtors. A row without a name: we were told to forget.';
select protect('contact');
grant select, insert, update on contact to ${app};
