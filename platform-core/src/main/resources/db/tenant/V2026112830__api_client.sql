-- Programs that act in this tenant. Of a key there is its SHA-256 alone. What has ended stays: histories name it.
create table api_client (
    id uuid primary key,
    name text not null,
    roles text[] not null,
    purpose text not null,
    ceiling text not null check (ceiling in ('public', 'internal', 'personal')),
    networks text[] not null,
    per_minute integer not null,
    expires_at timestamptz not null,
    key_hash bytea not null unique,
    former_hash bytea,
    former_until timestamptz,
    hint text not null,
    revision integer not null,
    created_at timestamptz not null,
    created_by text not null,
    rolled_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    last_used date
);
