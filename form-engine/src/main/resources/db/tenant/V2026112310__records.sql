-- What all forms of a tenant share; each form has a table of its own besides (f_<form>), made at publish.

-- Persons whose data the records hold. Their keys live in the key database.
create table data_subject (
    id uuid primary key,
    created_at timestamptz not null default now()
);

-- How a known person is found again: 128-bit tokens of identifying values, never the values.
create table subject_identifier (
    scope text not null,
    token bytea not null,
    subject uuid not null,
    primary key (scope, token)
);

create index subject_identifier_subject on subject_identifier (subject);

-- Two identifying values of one record that name two persons: for the privacy desk.
create table subject_conflict (
    record uuid not null,
    scope text not null,
    subject uuid not null,
    other uuid not null,
    at timestamptz not null default now(),
    primary key (record, scope)
);

-- What a change replaced: old clear values, old ciphertexts. The newest values stand in the form's table.
create table record_history (
    record uuid not null,
    version integer not null,
    form text not null,
    form_version integer not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    changed text[] not null,
    old_values text not null,
    old_cells text not null,
    tag bytea not null,
    primary key (record, version)
);

create table serial_counter (
    form text not null,
    field text not null,
    period text not null,
    value bigint not null,
    primary key (form, field, period)
);

-- Live and past reveals; the reason is in the audit payload.
create table reveal_grant (
    id uuid primary key,
    actor text not null,
    form text not null,
    record uuid not null,
    fields text[] not null,
    purpose text not null,
    granted_at timestamptz not null,
    expires_at timestamptz not null
);

create index reveal_grant_live on reveal_grant (actor, record, expires_at);

-- Budgets hold across nodes: a row per actor, source of the right and window, counted up under its row lock.
create table reveal_budget (
    actor text not null,
    source text not null,
    time_window text not null,
    used integer not null,
    primary key (actor, source, time_window)
);
