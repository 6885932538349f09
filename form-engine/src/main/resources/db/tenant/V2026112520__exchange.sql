-- Imports and exports of records: jobs that any node may carry on.
create table exchange_job (
    id uuid primary key,
    kind text not null,
    app text not null,
    form text not null,
    actor text not null,
    status text not null,
    dry_run boolean not null,
    -- Whose keys seal what belongs to the job.
    subject uuid not null,
    options bytea not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    -- After this what was sealed is removed.
    expires_at timestamptz not null,
    -- The keys of the subject are destroyed.
    shut boolean not null default false,
    -- Who works on it and until when; a lease that is not renewed is anybody's again.
    lease uuid,
    leased_until timestamptz,
    cancelled boolean not null default false,
    next_chunk integer not null default 0,
    chunks integer not null default 0,
    total integer,
    done integer not null default 0,
    created integer not null default 0,
    updated integer not null default 0,
    failed integer not null default 0,
    undone integer not null default 0,
    kept integer not null default 0,
    problem text
);

create index exchange_job_open on exchange_job (created_at) where status in ('waiting', 'running', 'undoing');
create index exchange_job_old on exchange_job (created_at);
create index exchange_job_over on exchange_job (expires_at) where not shut;

-- Rows that wait to be stored, or pieces of a file that waits to be fetched; always sealed.
create table exchange_chunk (
    job uuid not null,
    part integer not null,
    sealed bytea not null,
    at timestamptz not null default now(),
    primary key (job, part)
);

create index exchange_chunk_old on exchange_chunk (at);

-- Which row of the file became which record; written with the record, so that no row is stored twice.
create table import_row (
    job uuid not null,
    line integer not null,
    record uuid not null,
    version integer not null,
    made boolean not null,
    undone boolean not null default false,
    kept text,
    primary key (job, line)
);

-- What was wrong with a row: never its value.
create table import_error (
    job uuid not null,
    line integer not null,
    field text,
    code text not null,
    params text not null
);

create index import_error_job on import_error (job, line);
