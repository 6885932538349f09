-- Follow-ups of committed commands, removed when done; "parked" ones wait for a person.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key uuid not null,
    body text not null,
    created_at timestamptz not null default now(),
    attempts integer not null default 0,
    next_at timestamptz not null default now(),
    parked_at timestamptz,
    failure text
) with (autovacuum_vacuum_scale_factor = 0.02);

create index outbox_key on outbox (key, id);

-- Answers of POSTs that carried an Idempotency-Key, kept for a day.
create table idempotency (
    actor text not null,
    key text not null,
    request bytea not null,
    result text not null,
    created_at timestamptz not null default now(),
    primary key (actor, key)
);
