-- Who looks with whose eyes, and until when: for reading alone. No value of a record.
create table simulation (
    id uuid primary key,
    viewer text not null,
    kind text not null,
    key text not null,
    started_at timestamptz not null,
    until timestamptz not null,
    ended_at timestamptz
);

create index simulation_until on simulation (until);
