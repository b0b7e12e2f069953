-- What a creditor gives up: proposed by one clerk, booked when another approves. Small residuals come here as booked.

create table write_off (
    id            uuid        not null primary key,
    tenant_id     uuid        not null,
    invoice_id    uuid        not null references invoice,
    amount_minor  bigint check (amount_minor > 0),
    currency      text        not null,
    reason        text        not null,
    note          text,
    state         text        not null check (state in ('PROPOSED', 'BOOKED', 'REJECTED')),
    booked_minor  bigint check (booked_minor > 0),
    booked_on     date,
    proposed_by   text        not null,
    proposed_at   timestamptz not null default clock_timestamp(),
    decided_by    text,
    decided_at    timestamptz,
    decision_note text,
    version       bigint      not null default 1,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'BOOKED') = (booked_minor is not null)),
    check ((state = 'BOOKED') = (booked_on is not null))
);
comment on column write_off.amount_minor is 'The most to give up; null: all that is owed on the day of the booking.';
comment on column write_off.booked_minor is 'As booked; money that comes later reduces it in the ledger.';
create index write_off_in_order on write_off (tenant_id, id);
create index write_off_proposed on write_off (tenant_id, id) where state = 'PROPOSED';
create unique index write_off_proposed_once on write_off (tenant_id, invoice_id) where state = 'PROPOSED';
select protect('write_off');
grant select, insert, update on write_off to ${app};

-- The latest row counts; the rows before it say who changed what and when.
create table payment_setting (
    id                 bigint generated always as identity primary key,
    tenant_id          uuid        not null,
    residual_minor     bigint      not null check (residual_minor >= 0),
    own_approval_minor bigint      not null check (own_approval_minor >= 0),
    currency           text        not null,
    known_at           timestamptz not null default clock_timestamp(),
    actor              text        not null
);
create index payment_setting_latest on payment_setting (tenant_id, id desc);
select protect('payment_setting');
grant select, insert on payment_setting to ${app};
create trigger only_added_to before update or delete or truncate on payment_setting
    for each statement execute function refuse_to_change_the_ledger();
