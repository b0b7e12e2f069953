-- Files bring payments too: the tables of invoice files become those of all files, each of a kind.

alter table invoice_import rename to file_import;
alter table file_import add column kind text not null default 'INVOICES' check (kind in ('INVOICES', 'PAYMENTS'));
alter table file_import alter column kind drop default;
drop index invoice_import_under_way;
create index file_import_under_way on file_import (tenant_id, kind, id) where state in ('QUEUED', 'RUNNING');

alter table invoice_import_chunk rename to file_import_chunk;
alter table invoice_import_rejection rename to file_import_rejection;
alter table file_import_rejection rename column number to reference;
comment on column file_import_rejection.reference is 'What the line calls itself: an invoice''s number, a payment''s reference.';
