-- What somebody did to many records at once, so that he can take it back while the bin keeps it. What the records held
-- before is in their history.
create table record_batch (
    id uuid primary key,
    form text not null,
    actor text not null,
    action text not null,
    -- Keys of the fields that were sent.
    fields text[] not null,
    records uuid[] not null,
    -- As it left them, in the order of the records.
    versions integer[] not null,
    at timestamptz not null,
    undone_at timestamptz
);

create index record_batch_old on record_batch (at);
