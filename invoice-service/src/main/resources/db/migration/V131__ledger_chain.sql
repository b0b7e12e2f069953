-- The chain that shows whether anybody changed the books: a link for each posting, each sealing the one before it.

create index ledger_posting_as_known on ledger_posting (tenant_id, known_at, seq);

create table ledger_link (
    tenant_id  uuid        not null,
    position   bigint      not null,
    posting_id uuid        not null,
    known_at   timestamptz not null,
    seq        bigint      not null,
    content    bytea       not null,
    seal       bytea       not null,
    primary key (tenant_id, position)
);
comment on table ledger_link is 'In the order of (known_at, seq). No foreign key: the link outlives a posting that is taken away.';
comment on column ledger_link.content is 'SHA-256 of the posting and its entries.';
comment on column ledger_link.seal is 'SHA-256 of the seal before and the content.';
create unique index ledger_link_of_posting on ledger_link (tenant_id, posting_id);
select protect('ledger_link');
grant select, insert on ledger_link to ${app};
create trigger only_added_to before update or delete or truncate on ledger_link
    for each statement execute function refuse_to_change_the_ledger();
