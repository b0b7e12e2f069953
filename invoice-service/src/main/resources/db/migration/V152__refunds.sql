-- Money that goes back. Names and accounts of those who get it are here and nowhere else.

create table refund_file (
    id             uuid        not null primary key,
    tenant_id      uuid        not null,
    message_id     text        not null,
    execution_date date        not null,
    refunds        integer     not null check (refunds > 0),
    sum_minor      bigint      not null check (sum_minor > 0),
    currency       text        not null,
    content        text        not null,
    made_by        text        not null,
    made_at        timestamptz not null,
    unique (tenant_id, message_id)
);
create index refund_file_in_order on refund_file (tenant_id, id);
select protect('refund_file');
grant select, insert on refund_file to ${app};

create table refund (
    id                uuid        not null primary key,
    tenant_id         uuid        not null,
    payment_id        uuid        not null references payment,
    amount_minor      bigint      not null check (amount_minor > 0),
    currency          text        not null,
    creditor_name     text        not null,
    creditor_iban     text,
    creditor_bankgiro text,
    note              text,
    state             text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'IN_FILE', 'LAPSED')),
    proposed_by       text        not null,
    proposed_at       timestamptz not null default clock_timestamp(),
    decided_by        text,
    decided_at        timestamptz,
    decision_note     text,
    file_id           uuid references refund_file,
    version           bigint      not null default 1,
    check ((creditor_iban is null) <> (creditor_bankgiro is null)),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'IN_FILE') = (file_id is not null))
);
comment on column refund.state is 'LAPSED: when the file was made, the money was not held any more.';
create index refund_in_order on refund (tenant_id, id);
create index refund_proposed on refund (tenant_id, id) where state = 'PROPOSED';
create index refund_approved on refund (tenant_id, id) where state = 'APPROVED';
create index refund_of_file on refund (tenant_id, file_id) where file_id is not null;
create unique index refund_once_at_a_time on refund (tenant_id, payment_id) where state in ('PROPOSED', 'APPROVED');
select protect('refund');
grant select, insert, update on refund to ${app};
