-- Forms whose records are being brought to a version that stores fields otherwise (ADR 0017), one row a form.
create table form_conversion (
    form text primary key,
    app text not null,
    version integer not null,
    definition text not null,
    kept text not null,
    -- Keys of the fields of which what cannot be converted is left behind.
    leaving text[] not null,
    actor text not null,
    phase text not null,
    -- The last record of the phase that is done.
    after uuid,
    rounds integer not null default 0,
    total bigint not null,
    done bigint not null default 0,
    broken bigint not null default 0,
    tallies text not null default '{}',
    problem text,
    started_at timestamptz not null,
    held_by uuid,
    held_until timestamptz
);

-- Under which version the ciphertexts of a row of the history are sealed, where that is not the one under which it was written.
alter table record_history add column sealed_version integer;
