-- What every service keeps beside its own tables: tenants, outbox, consumer positions, idempotency keys.

create table tenant (
    tenant_id           uuid primary key,
    country             text    not null,
    zone                text    not null,
    currency            text    not null,
    sandbox             boolean not null,
    today               date,
    creditor_name       text    not null,
    organisation_number text    not null,
    bankgiro            text,
    iban                text,
    reply_to            text,
    version             bigint  not null,
    check (sandbox = (today is not null))
);
comment on table tenant is 'Outside the tenant wall: read to find out whose wall to put up.';
comment on column tenant.today is 'Business date of a sandbox tenant; null for the wall clock.';
grant select, insert, update on tenant to ${app};

-- The second wall: a query that forgets its tenant sees the current tenant's rows only, and none without one.
create function current_tenant() returns uuid
    language sql stable
    return nullif(current_setting('reskontra.tenant', true), '')::uuid;

create function protect(walled regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format(
        'create policy tenant_wall on %s using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
        walled);
end
$$;
revoke execute on function protect(regclass) from public;

-- The shape that Debezium's outbox event router reads: id, aggregatetype, aggregateid, type, payload.
create table outbox (
    seq              bigint generated always as identity primary key,
    id               uuid        not null,
    aggregatetype    text        not null,
    aggregateid      uuid        not null,
    type             text        not null,
    payload          json,
    tenant_id        uuid        not null,
    aggregateversion bigint      not null,
    shard            smallint    not null,
    traceparent      text,
    created_at       timestamptz not null default clock_timestamp()
);
comment on column outbox.aggregatetype is 'The topic.';
comment on column outbox.payload is 'The record value; null erases the key on a compacted topic.';
comment on column outbox.shard is 'Rows of one aggregate are in one shard, and one relay at a time empties a shard.';
grant select, insert, delete on outbox to ${app};

create table event_version (
    aggregatetype text   not null,
    aggregateid   uuid   not null,
    version       bigint not null,
    primary key (aggregatetype, aggregateid)
);
grant select, insert, update on event_version to ${app};

-- Writes events with the next versions of their aggregates. The row lock on event_version makes the order of seq the
-- order of versions within an aggregate. rows: [{"id", "aggregateid", "type", "payload", "traceparent"}]
create function outbox_append(rows json, topic text, tenant uuid) returns void
    language plpgsql as
$$
begin
    with item as (
        select *
        from rows from (json_to_recordset(rows)
            as (id uuid, aggregateid uuid, type text, payload json, traceparent text)) with ordinality
            as r(id, aggregateid, type, payload, traceparent, position)
    ), counted as (
        select aggregateid, count(*) as events from item group by aggregateid order by aggregateid
    ), versioned as (
        insert into event_version as known (aggregatetype, aggregateid, version)
        select topic, aggregateid, events from counted order by aggregateid
        on conflict (aggregatetype, aggregateid) do update set version = known.version + excluded.version
        returning aggregateid, version
    )
    insert into outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, aggregateversion, shard, traceparent)
    select item.id,
           topic,
           item.aggregateid,
           item.type,
           item.payload,
           tenant,
           versioned.version - counted.events
               + row_number() over (partition by item.aggregateid order by item.position),
           abs(hashtext(item.aggregateid::text) % ${shards}),
           item.traceparent
    from item
             join counted using (aggregateid)
             join versioned using (aggregateid)
    order by item.position;
    perform pg_notify('outbox', '');
end
$$;

create table consumer_position (
    source      text   not null,
    aggregateid uuid   not null,
    tenant_id   uuid   not null,
    version     bigint not null,
    primary key (source, aggregateid)
);
select protect('consumer_position');
grant select, insert, update on consumer_position to ${app};

create table idempotency_key (
    tenant_id   uuid        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer     not null,
    location    text,
    version     bigint,
    body        text        not null,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);
select protect('idempotency_key');
-- The owner may look over this wall: see forget_idempotency_keys.
alter table idempotency_key no force row level security;
grant select, insert on idempotency_key to ${app};

-- Forgets answers older than two days, at most as many as asked for; runs as the owner, across tenants.
create function forget_idempotency_keys(at_most integer) returns bigint
    language sql
    security definer
    set search_path = public
as
$$
with old as (
    select tenant_id, key from idempotency_key
    where created_at < clock_timestamp() - interval '48 hours' order by created_at limit at_most
), gone as (
    delete from idempotency_key using old
    where idempotency_key.tenant_id = old.tenant_id and idempotency_key.key = old.key returning 1
)
select count(*) from gone
$$;
revoke execute on function forget_idempotency_keys(integer) from public;
grant execute on function forget_idempotency_keys(integer) to ${app};
