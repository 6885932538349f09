-- Instances, the visits of their nodes, tasks and the timeline. The engine keeps only tokens; this is what people see.
create table wf_instance (
    id uuid primary key,
    app text not null,
    form text not null,
    record uuid not null,
    workflow text not null,
    workflow_version integer not null,
    status text not null,
    initiator text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    started_in_engine boolean not null default false,
    ending text
);

create unique index wf_instance_running on wf_instance (record) where status = 'RUNNING';
create index wf_instance_record on wf_instance (record, started_at desc);

-- One arrival of an instance at a node that waits. The version serialises signers of the same node.
create table wf_visit (
    id uuid primary key,
    instance uuid not null,
    node text not null,
    status text not null,
    version integer not null default 0,
    outcome text,
    target text,
    back_to text,
    token text not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);

create index wf_visit_instance on wf_visit (instance, opened_at);

-- Who has to act, has acted, has submitted or was told. Boxes are derived, so they can never disagree with the status.
create table task (
    id uuid primary key,
    kind text not null,
    status text not null,
    assignee text not null,
    instance uuid not null,
    visit uuid,
    seq integer not null default 0,
    record uuid not null,
    app text not null,
    form text not null,
    workflow text not null,
    workflow_version integer not null,
    node text not null,
    decision text,
    created_at timestamptz not null,
    done_at timestamptz,
    read_at timestamptz,
    due_at timestamptz,
    box text generated always as (
        case
            when kind = 'COPY' then 'cc'
            when kind = 'SUBMIT' then 'initiated'
            when status = 'OPEN' then 'todo'
            when status in ('DONE', 'TRANSFERRED') then 'done'
        end) stored,
    sort_at timestamptz generated always as (coalesce(done_at, created_at)) stored
) with (fillfactor = 80);

create index task_box on task (assignee, box, sort_at desc, id desc) where box is not null;
create index task_visit on task (visit) where visit is not null;
create index task_instance on task (instance);
create index task_record on task (record, assignee);

-- What happened to a record, oldest first. Comments are sealed under the person's key; what was seen are commitments.
create table wf_timeline (
    id uuid primary key,
    instance uuid not null,
    record uuid not null,
    at timestamptz not null,
    entry text not null,
    node text not null,
    actor text not null,
    task uuid,
    target text,
    comment bytea,
    subject uuid,
    seen text,
    salt bytea,
    changed text[],
    record_version integer,
    waited_ms bigint
);

create index wf_timeline_instance on wf_timeline (instance, at, id);
create index wf_timeline_subject on wf_timeline (subject) where subject is not null;
