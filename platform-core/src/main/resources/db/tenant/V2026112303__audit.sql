-- The audit log (one Merkle tree per tenant). Commands insert into audit_pending; the sequencer alone writes the rest.

-- Entries that have no number yet. Everything visible here is still to be numbered; no cursor is kept.
create table audit_pending (
    id uuid primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object text not null,
    allowed boolean not null,
    ctx text not null,
    pc text,
    salt bytea,
    payload bytea,
    subject uuid
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Numbered entries. canonical is the exact hashed text; actor to subject repeat it for filters and erasure.
-- payload and salt are blanked when the subject is erased: the leaf still verifies.
create table audit_entry (
    leaf bigint primary key,
    entry_id uuid not null unique,
    canonical text not null,
    leaf_hash bytea not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object text not null,
    allowed boolean not null,
    payload bytea,
    salt bytea,
    subject uuid
);

create index audit_entry_actor on audit_entry (actor, leaf);
create index audit_entry_action on audit_entry (action text_pattern_ops, leaf);
create index audit_entry_object on audit_entry (object text_pattern_ops, leaf);
create index audit_entry_subject on audit_entry (subject) where subject is not null;
-- Leaves follow time closely, so a block range index answers ranges of time.
create index audit_entry_at on audit_entry using brin (at) with (pages_per_range = 32);

-- Full tiles of 256 hashes: level 0 holds leaf hashes, level n+1 the roots of level n. Never updated.
create table audit_tile (
    level integer not null,
    idx bigint not null,
    root bytea not null,
    hashes bytea not null,
    primary key (level, idx)
);
alter table audit_tile alter column hashes set storage external;

-- Every signed tree head.
create table audit_checkpoint (
    size bigint primary key,
    root bytea not null,
    at timestamptz not null,
    note text not null
);

-- The data subject that stands for the tenant itself, for payloads about nobody in particular. At most one row.
create table audit_subject (
    one boolean primary key default true check (one),
    subject uuid not null
);

-- A bundle is made from the log when it is fetched: the log below a signed size never changes.
create table audit_export (
    id uuid primary key,
    at timestamptz not null,
    actor text not null,
    size bigint not null,
    note text not null
);
