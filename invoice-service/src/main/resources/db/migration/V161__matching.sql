-- What is needed to find the invoices that held money may be for, from indexes of what is open: their size and cost do
-- not follow the settled book.

-- A column of its own: a sum in a condition may give away what stands behind the tenant's wall, so it would be asked of
-- each row instead of looked up. Nothing was released before: there are no invoices to carry over.
alter table invoice add column owed_minor bigint not null;
comment on column invoice.owed_minor is 'Principal, interest and costs together; the database adds them up.';
create function add_up_what_is_owed() returns trigger
    language plpgsql as
$$
begin
    new.owed_minor := new.principal_minor + new.interest_minor + new.costs_minor;
    return new;
end
$$;
create trigger owed before insert or update of principal_minor, interest_minor, costs_minor, owed_minor on invoice
    for each row execute function add_up_what_is_owed();

create index invoice_open_by_owed on invoice (tenant_id, owed_minor, currency, due_date, id)
    where state <> 'SETTLED';
create index invoice_open_by_gross on invoice (tenant_id, gross_minor, currency, due_date, id)
    where state <> 'SETTLED' and owed_minor <> gross_minor;
create index invoice_open_of_customer on invoice (tenant_id, customer_id, due_date, id)
    where state <> 'SETTLED';

alter table customer add column name_key text not null;
comment on column customer.name_key is 'The legal name without case, accents, order and company form.';
create index customer_name on customer (tenant_id, name_key, id);

-- Which accounts have paid for which customers. Personal data, as the customer is.
create table payer_account (
    tenant_id   uuid     not null,
    account     text     not null,
    customer_id uuid     not null references customer,
    matches     smallint not null check (matches between 1 and 3),
    learned_on  date     not null,
    primary key (tenant_id, account, customer_id)
);
comment on column payer_account.matches is 'Payments matched by reference or by a clerk; counting ends at 3.';
select protect('payer_account');
grant select, insert, update on payer_account to ${app};

create table matching_setting (
    tenant_id       uuid     not null primary key,
    reference_check text     not null,
    lengths         jsonb    not null,
    book_from       smallint,
    distance        smallint not null
);
comment on column matching_setting.book_from is 'The least score that is booked without a person; null: none is.';
select protect('matching_setting');
grant select, insert, update on matching_setting to ${app};

alter table bank_entry add column score smallint check (score between 0 and 1000), add column clues jsonb;
comment on column bank_entry.clues is 'What spoke for the invoice when it was matched by score.';
