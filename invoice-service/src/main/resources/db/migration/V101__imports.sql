-- Files of invoices on their way in. A chunk is one bounded batch; it goes once its lines are in or rejected.

create table invoice_import (
    id        uuid        not null primary key,
    tenant_id uuid        not null,
    format    text        not null,
    mapping   jsonb,
    state     text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    total     integer     not null,
    done      integer     not null,
    rejected  integer     not null,
    failure   text,
    created_at timestamptz not null default clock_timestamp()
);
create index invoice_import_under_way on invoice_import (tenant_id, id) where state in ('QUEUED', 'RUNNING');
select protect('invoice_import');
grant select, insert, update on invoice_import to ${app};

create table invoice_import_chunk (
    import_id uuid    not null references invoice_import,
    position  integer not null,
    tenant_id uuid    not null,
    lines     jsonb   not null,
    primary key (import_id, position)
);
select protect('invoice_import_chunk');
grant select, insert, delete on invoice_import_chunk to ${app};

create table invoice_import_rejection (
    import_id uuid    not null references invoice_import,
    line      integer not null,
    tenant_id uuid    not null,
    number    text,
    code      text    not null,
    reason    text    not null,
    primary key (import_id, line)
);
select protect('invoice_import_rejection');
grant select, insert on invoice_import_rejection to ${app};
