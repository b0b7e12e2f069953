-- Files of a bank and what became of their entries. A chunk is one bounded batch; it goes once its entries are in.

create table bank_file (
    id          uuid        not null primary key,
    tenant_id   uuid        not null,
    fingerprint text        not null,
    format      text        not null,
    bank_id     text        not null,
    accounts    jsonb       not null,
    sums        jsonb       not null,
    not_booked  integer     not null,
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    total       integer     not null,
    done        integer     not null,
    failure     text,
    received_at timestamptz not null default clock_timestamp(),
    unique (tenant_id, fingerprint)
);
comment on column bank_file.fingerprint is 'SHA-256 of the content: the same file again is the same row.';
create index bank_file_under_way on bank_file (tenant_id, id) where state in ('QUEUED', 'RUNNING');
select protect('bank_file');
grant select, insert, update on bank_file to ${app};

create table bank_file_chunk (
    file_id   uuid    not null references bank_file,
    position  integer not null,
    tenant_id uuid    not null,
    entries   jsonb   not null,
    primary key (file_id, position)
);
select protect('bank_file_chunk');
grant select, insert, delete on bank_file_chunk to ${app};

create table bank_entry (
    file_id      uuid     not null references bank_file,
    number       integer  not null,
    share        smallint not null,
    tenant_id    uuid     not null,
    identity     text     not null,
    part         integer  not null,
    kind         text     not null,
    amount_minor bigint   not null,
    currency     text     not null,
    said         jsonb    not null,
    outcome      text     not null
        check (outcome in ('MATCHED', 'WORK_LIST', 'REFUSED', 'NOT_INCOMING', 'BOOKED_BEFORE')),
    why          text     not null,
    payment_id   uuid references payment,
    primary key (file_id, number, share),
    check (outcome <> 'MATCHED' or payment_id is not null)
);
comment on table bank_entry is 'An entry has one row, or one for each share of it; the shares come to its amount.';
comment on column bank_entry.outcome is 'When the entry came. A payment on the work list may have found its invoice since.';
create unique index bank_entry_once on bank_entry (tenant_id, identity, part, share)
    where outcome not in ('REFUSED', 'BOOKED_BEFORE');
create index bank_entry_of_payment on bank_entry (tenant_id, payment_id) where payment_id is not null;
select protect('bank_entry');
grant select, insert on bank_entry to ${app};

create table bank_file_setting (
    tenant_id        uuid    not null primary key,
    intraday_booking boolean not null
);
select protect('bank_file_setting');
grant select, insert, update on bank_file_setting to ${app};

-- The work list, oldest first.
create index payment_on_work_list on payment (tenant_id, booking_date, id) where state = 'UNMATCHED';
