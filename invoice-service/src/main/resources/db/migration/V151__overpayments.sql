-- What is held beyond a claim can go elsewhere: to another invoice as a payment of its own, or back.

alter table payment
    add column released_minor bigint check (released_minor > 0),
    add column moved_from     uuid references payment;
comment on column payment.released_minor is 'What was held of it and went elsewhere; null: nothing.';
comment on column payment.moved_from is 'The payment whose excess this is.';

-- The names of these constraints depend on the order in which other migrations made them anew.
do $$
declare
    old record;
begin
    for old in
        select conname from pg_constraint
        where conrelid = 'payment'::regclass and contype = 'c'
          and (pg_get_constraintdef(oid) like '%excess_minor%amount_minor%'
               or pg_get_constraintdef(oid) like '%state%ARRAY%UNMATCHED%')
    loop
        execute format('alter table payment drop constraint %I', old.conname);
    end loop;
end
$$;
alter table payment
    add constraint payment_states check (state in ('BOOKED', 'UNMATCHED', 'REVERSED', 'REFUNDED')),
    add constraint payment_adds_up check (state <> 'BOOKED'
        or costs_minor + interest_minor + principal_minor + excess_minor + coalesce(released_minor, 0) = amount_minor),
    add constraint payment_refunded_whole check (state <> 'REFUNDED' or released_minor = amount_minor);

create index payment_overpaid on payment (tenant_id, booking_date, id) where state = 'BOOKED' and excess_minor > 0;

create table kept_excess (
    payment_id uuid        not null primary key references payment,
    tenant_id  uuid        not null,
    minor      bigint      not null check (minor > 0),
    note       text,
    actor      text        not null,
    known_at   timestamptz not null default clock_timestamp()
);
comment on table kept_excess is 'Excess that stays on account by a clerk''s decision; more than that is on the list again.';
select protect('kept_excess');
grant select, insert, update on kept_excess to ${app};
