-- Links by which visitors fill in a form. Whoever has the token may write, and reads nothing, so it may stand here as it is.
create table public_link (
    form text primary key,
    token text not null unique,
    created_at timestamptz not null,
    created_by text not null,
    until timestamptz
);

-- Challenges that were used, until they are too old to be used again.
create table public_challenge (
    id uuid primary key,
    until timestamptz not null
);

create index public_challenge_over on public_challenge (until);
