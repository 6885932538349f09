-- Browser sessions: tokens sealed under a key that only the cookie yields. No tenant: a person signs in once.
create table session (
  id text primary key,
  tokens bytea not null,
  ends_at timestamptz not null
);
create index session_ends_at on session (ends_at);
