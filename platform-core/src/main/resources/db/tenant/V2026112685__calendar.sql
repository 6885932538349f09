-- The tenant's working time, one row: terms of steps are counted by it while it is in use.
create table calendar (
    id smallint primary key default 1 check (id = 1),
    enabled boolean not null,
    body text not null,
    updated_at timestamptz not null,
    updated_by text not null
);
