-- Months that are closed. What is told later goes into the first open day; its value date stays.

create table ledger_lock (
    tenant_id      uuid        not null,
    locked_through date        not null,
    known_at       timestamptz not null default clock_timestamp(),
    actor          text        not null,
    primary key (tenant_id, locked_through),
    check (extract(day from locked_through + 1) = 1)
);
comment on table ledger_lock is 'The latest day counts; the rows before it say who locked what and when.';
select protect('ledger_lock');
grant select, insert on ledger_lock to ${app};
create trigger only_added_to before update or delete or truncate on ledger_lock
    for each statement execute function refuse_to_change_the_ledger();

-- The first day that may be booked on. It holds the ledger: no month is locked before this transaction ends.
create function ledger_first_open_day() returns date
    language plpgsql volatile as
$$
begin
    perform ledger_instant();
    return coalesce(
        (select max(locked_through) + 1 from ledger_lock where tenant_id = current_tenant()), '-infinity');
end
$$;

-- Keeps everybody from posting until the end of this transaction; waits for those who post.
create function hold_the_ledger() returns void
    language plpgsql volatile as
$$
begin
    perform pg_advisory_xact_lock(1510, hashtext(current_tenant()::text));
end
$$;

create or replace function refuse_postings_in_pieces() returns trigger
    language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
    instant timestamptz := ledger_instant();
    first_open date     := ledger_first_open_day();
begin
    if exists (select from added where known_at <> instant) then
        raise exception 'a posting is known since it was made' using errcode = 'check_violation';
    end if;
    if exists (select from added where booking_date < first_open) then
        raise exception 'the month is locked: the first open day is %', first_open using errcode = 'check_violation';
    end if;
    if exists (select from added where not exists (select from ledger_entry e where e.posting_id = added.id)) then
        raise exception 'a posting has no entries' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
