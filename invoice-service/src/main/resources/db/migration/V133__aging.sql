-- What is owed on each invoice on any day, as known at any instant, from one index in the order of the invoices.

alter table ledger_entry add column invoice_id uuid;
create index ledger_entry_owed on ledger_entry (tenant_id, invoice_id, currency)
    include (value_date, known_at, minor) where account = 1510;

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
        select from (select distinct posting_id, tenant_id, invoice_id, value_date, known_at from added) a
        left join ledger_posting p on p.id = a.posting_id
        where a.known_at <> instant
           or (a.tenant_id, a.invoice_id, a.value_date, a.known_at)
               is distinct from (p.tenant_id, p.invoice_id, p.value_date, p.known_at)) then
        raise exception 'an entry is not of its posting' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

-- The guard above looks each posting up once, and postings are never deleted; the foreign key looked it up for each entry.
alter table ledger_entry drop constraint ledger_entry_posting_id_fkey;
