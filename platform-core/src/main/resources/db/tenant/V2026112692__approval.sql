-- Acts that need a second person: who asked for what, and who agreed. No value of a record; what people wrote is sealed.
create table approval (
    id uuid primary key,
    kind text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    approvers text[] not null,
    object text not null,
    form text,
    record uuid,
    record_version integer not null,
    task uuid,
    subject uuid not null,
    terms text not null,
    reason bytea not null,
    status text not null,
    decided_by text,
    decided_at timestamptz,
    decided_as text[],
    remark bytea,
    ended_at timestamptz,
    tag bytea not null
);

create index approval_waiting on approval (id desc) where status = 'PENDING' and ended_at is null;
create index approval_asked on approval (asked_by, id desc);
create index approval_decided on approval (decided_by, id desc) where decided_by is not null;
create index approval_task on approval (task) where task is not null;
create index approval_asked_at on approval (asked_at);
