-- Entries are looked up by their posting and by nothing else, from the first posting on. The tenant's wall is a condition
-- on every query, and while the planner does not know how the books have grown, any index that begins with the tenant
-- looks as good as the key: each lookup then reads the tenant's whole ledger. So the index by day is partial: only who
-- says that the account is a number above 0, which it always is, can use it.

drop index ledger_entry_owed;
drop index ledger_entry_by_day;
create index ledger_entry_by_day on ledger_entry (tenant_id, value_date)
    include (known_at, account, currency, minor, invoice_id) where account > 0;
alter table ledger_entry add check (account > 0);

-- Each new row looks its partner up by a whole key and on its own (lateral, limit 1): no plan is left that joins it with
-- all of a tenant's books, and the functions need not forbid kinds of plans at each call.
create or replace function refuse_postings_in_pieces() returns trigger
    language plpgsql as
$$
declare
    instant    timestamptz := ledger_instant();
    first_open date        := ledger_first_open_day();
begin
    if exists (select from added where known_at <> instant) then
        raise exception 'a posting is known since it was made' using errcode = 'check_violation';
    end if;
    if exists (select from added where booking_date < first_open) then
        raise exception 'the month is locked: the first open day is %', first_open using errcode = 'check_violation';
    end if;
    if exists (
        select from added
        left join lateral (
            select e.line from ledger_entry e where e.posting_id = added.id and e.line = 1 limit 1) first_entry on true
        where first_entry.line is null) then
        raise exception 'a posting has no entries, which begin with line 1' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create or replace function refuse_postings_out_of_balance() returns trigger
    language plpgsql as
$$
declare
    instant timestamptz := ledger_instant();
begin
    if exists (select from added group by posting_id having sum(minor) <> 0 or count(distinct currency) > 1) then
        raise exception 'a posting is out of balance' using errcode = 'check_violation';
    end if;
    if exists (
        select from (select distinct posting_id, tenant_id, invoice_id, value_date, known_at from added) a
        left join lateral (select * from ledger_posting where id = a.posting_id limit 1) p on true
        where a.known_at <> instant
           or (a.tenant_id, a.invoice_id, a.value_date, a.known_at)
               is distinct from (p.tenant_id, p.invoice_id, p.value_date, p.known_at)) then
        raise exception 'an entry is not of its posting' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
