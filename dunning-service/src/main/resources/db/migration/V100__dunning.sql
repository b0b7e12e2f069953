-- One row per invoice: what the ladder knows, and where it stands.
create table dunning_case (
    tenant_id           uuid     not null,
    invoice_id          uuid     not null,
    version             bigint   not null,
    customer_id         uuid     not null,
    invoice_number      text     not null,
    country             text     not null,
    debtor_kind         text     not null,
    currency            text     not null,
    gross               bigint   not null,
    issue_date          date     not null,
    due_date            date     not null,
    payment_reference   text     not null,
    contract_rate       numeric,
    reminder_fee_agreed boolean  not null,
    policy_id           text     not null,
    policy_version      integer  not null,
    rule_pack           text     not null,
    principal           bigint   not null,
    interest            bigint   not null,
    costs               bigint   not null,
    invoice_version     bigint   not null,
    interest_through    date     not null,
    interest_base       bigint   not null,
    principal_changes   text     not null check (principal_changes is json array),
    reminders_sent      integer  not null,
    last_reminder_on    date,
    state               text     not null check (state in
        ('WAITING', 'OVERDUE', 'LETTER_PENDING', 'REMINDED', 'UNREACHABLE', 'HANDED_OVER', 'ENDED')),
    step                integer,
    state_since         date,
    reason              text,
    next_action_on      date,
    journal_length      integer  not null,
    primary key (tenant_id, invoice_id),
    check ((reminders_sent = 0) = (last_reminder_on is null)),
    check (next_action_on is null or state in ('OVERDUE', 'REMINDED'))
);
comment on column dunning_case.invoice_version is 'Aggregate version of the newest invoice event that the case has seen.';
comment on column dunning_case.interest_through is 'The last day whose late interest the ledger has booked; the due date before any.';
comment on column dunning_case.next_action_on is 'The day a look takes the next step; null when only news can move the case.';
create index dunning_case_due on dunning_case (tenant_id, next_action_on, invoice_id) where next_action_on is not null;
create index dunning_case_by_state on dunning_case (tenant_id, state, invoice_id);
create index dunning_case_unreachable on dunning_case (tenant_id, customer_id) where state = 'UNREACHABLE';
select protect('dunning_case');
grant select, insert, update on dunning_case to ${app};

-- What happened to each case. Never changed: the service may add and read, nothing else.
create table case_journal (
    tenant_id   uuid        not null,
    invoice_id  uuid        not null,
    seq         integer     not null,
    happened_on date        not null,
    event       text        not null,
    detail      text        not null check (detail is json object),
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, invoice_id, seq),
    foreign key (tenant_id, invoice_id) references dunning_case
);
select protect('case_journal');
grant select, insert on case_journal to ${app};

-- Letters, from the decision to send one until its receipt; the text is kept exactly as it was sent.
create table letter (
    tenant_id        uuid        not null,
    letter_id        uuid        not null,
    invoice_id       uuid        not null,
    customer_id      uuid        not null,
    step             integer     not null,
    channel          text        not null,
    state            text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'CANCELLED', 'UNDELIVERABLE')),
    decided_on       date        not null,
    attempts         integer     not null,
    next_attempt_at  timestamptz,
    last_trouble     text,
    dated            date,
    recipient        text,
    language         text,
    subject          text,
    body             text,
    pay_by           date,
    fee              bigint,
    fee_rule         text,
    asked_principal  bigint,
    asked_interest   bigint,
    asked_costs      bigint,
    currency         text        not null,
    primary key (tenant_id, letter_id),
    foreign key (tenant_id, invoice_id) references dunning_case,
    check ((state in ('QUEUED', 'SENDING')) = (next_attempt_at is not null)),
    check (state <> 'SENT' or (dated is not null and recipient is not null and subject is not null and body is not null))
);
comment on column letter.next_attempt_at is 'When a sender may take it: due, or the sender that has it is taken for lost.';
comment on column letter.last_trouble is 'Why the last attempt failed or the letter was dropped; a code, never a name or an address.';
-- Each reminder step at most once: neither queued twice nor sent twice.
create unique index letter_once_per_step on letter (tenant_id, invoice_id, step)
    where state in ('QUEUED', 'SENDING', 'SENT');
create index letter_queue on letter (tenant_id, next_attempt_at) where next_attempt_at is not null;
create index letter_of_invoice on letter (tenant_id, invoice_id, letter_id);
select protect('letter');
grant select, insert, update on letter to ${app};

-- How to reach a customer: personal data, from the restricted topic.
create table contact_card (
    tenant_id   uuid not null,
    customer_id uuid not null,
    legal_name  text not null,
    emails      text not null check (emails is json array),
    language    text not null,
    primary key (tenant_id, customer_id)
);
select protect('contact_card');
grant select, insert, update, delete on contact_card to ${app};
