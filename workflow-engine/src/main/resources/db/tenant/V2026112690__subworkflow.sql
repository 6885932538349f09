-- What a subworkflow node has started: records and, where a workflow began on one, the instance. The depth counts starters of starters,
-- so that workflows cannot start each other for ever.
create table wf_child (
    visit uuid not null,
    seq integer not null,
    entry uuid not null,
    form text not null,
    record uuid not null,
    instance uuid,
    waits boolean not null,
    depth integer not null,
    primary key (visit, seq)
);

create unique index wf_child_instance on wf_child (instance) where instance is not null;
create index wf_child_entry on wf_child (entry, seq);
