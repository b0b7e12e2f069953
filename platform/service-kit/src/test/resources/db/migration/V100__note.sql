create table note (
    id        uuid primary key,
    tenant_id uuid not null,
    text      text not null,
    due       boolean not null default false
);
select protect('note');
grant select, insert, update on note to ${app};
