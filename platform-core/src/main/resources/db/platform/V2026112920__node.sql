-- Nodes of this installation that may hold something in memory, and what each of them has dropped when asked to. Only ids and moments.
create table node (
    id uuid primary key,
    seen_at timestamptz not null default now()
);

create table node_dropped (
    what uuid not null,
    node uuid not null,
    at timestamptz not null default now(),
    primary key (what, node)
);

create index node_dropped_at on node_dropped (at);
