-- Each posting says when it counts, when it was booked, since when it is known and who did it. Nothing was released
-- before: there are no ledgers to carry over.

alter table file_import add column actor text not null;
comment on column file_import.actor is 'Who handed the file in.';

alter table ledger_posting rename column posted_on to value_date;
alter table ledger_posting rename column created_at to known_at;
alter table ledger_posting
    add column booking_date date not null,
    add column actor        text not null;
comment on column ledger_posting.value_date is 'The civil date it counts for, by the law and by the claim.';
comment on column ledger_posting.booking_date is 'The day of the books it is in.';
comment on column ledger_posting.known_at is 'One instant for all of a transaction, of the wall clock in a sandbox too.';

alter table ledger_entry rename column posted_on to value_date;
alter table ledger_entry add column known_at timestamptz not null;
drop index ledger_entry_by_day;
create index ledger_entry_by_day on ledger_entry (tenant_id, value_date) include (known_at, account, currency, minor);

-- The instant since which the postings of this transaction are known. Whoever posts holds the tenant's ledger, shared
-- with all others who post, from before that instant until the end: see ledger_complete_through.
create function ledger_instant() returns timestamptz
    language plpgsql volatile as
$$
declare
    known timestamptz := nullif(current_setting('reskontra.known_at', true), '')::timestamptz;
begin
    if known is null then
        perform pg_advisory_xact_lock_shared(1510, hashtext(current_tenant()::text));
        known := clock_timestamp();
        perform set_config('reskontra.known_at', known::text, true);
    end if;
    return known;
end
$$;
alter table ledger_posting alter column known_at set default ledger_instant();
alter table ledger_entry alter column known_at set default ledger_instant();

-- No posting will yet come to light that is known since that instant or before it. A statement that begins after this
-- one sees all of them.
create function ledger_complete_through(tenant uuid) returns timestamptz
    language plpgsql volatile as
$$
declare
    asked     timestamptz := clock_timestamp();
    beginning timestamptz;
begin
    with posting as materialized (
        select l.pid from pg_locks l
        where l.locktype = 'advisory' and l.classid = 1510 and l.objsubid = 2 and l.mode = 'ShareLock' and l.granted
          and l.database = (select oid from pg_database where datname = current_database())
          and l.objid::bigint = hashtext(tenant::text)::bigint & 4294967295
    )
    select min(coalesce(a.xact_start, '-infinity')) into beginning
    from posting join pg_stat_activity a on a.pid = posting.pid
    where a.state is distinct from 'idle';
    return least(asked, beginning - interval '1 microsecond');
end
$$;

-- Only ever added to, whatever may be granted to whom.
create function refuse_to_change_the_ledger() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the ledger is only added to: no % of %', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger only_added_to before update or delete or truncate on ledger_posting
    for each statement execute function refuse_to_change_the_ledger();
create trigger only_added_to before update or delete or truncate on ledger_entry
    for each statement execute function refuse_to_change_the_ledger();

-- A posting comes whole: with its entries, in one statement, at the instant of its transaction. Each new row looks its
-- partners up by key: a plan that was made while the books were small must not read all of them when they have grown.
create function refuse_postings_in_pieces() returns trigger
    language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
    instant timestamptz := ledger_instant();
begin
    if exists (select from added where known_at <> instant) then
        raise exception 'a posting is known since it was made' using errcode = 'check_violation';
    end if;
    if exists (select from added where not exists (select from ledger_entry e where e.posting_id = added.id)) then
        raise exception 'a posting has no entries' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger postings_come_whole
    after insert on ledger_posting
    referencing new table as added
    for each statement execute function refuse_postings_in_pieces();

create or replace function refuse_postings_out_of_balance() returns trigger
    language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as
$$
declare
    instant timestamptz := ledger_instant();
begin
    if exists (select from added group by posting_id having sum(minor) <> 0 or count(distinct currency) > 1) then
        raise exception 'a posting is out of balance' using errcode = 'check_violation';
    end if;
    if exists (
        select from (select distinct posting_id, tenant_id, value_date, known_at from added) a
        left join ledger_posting p on p.id = a.posting_id
        where a.known_at <> instant
           or (a.tenant_id, a.value_date, a.known_at) is distinct from (p.tenant_id, p.value_date, p.known_at)) then
        raise exception 'an entry is not of its posting' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
