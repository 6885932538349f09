-- Views that people saved: a name and a question, never a value of a protected field. A deleted one is kept as long as the bin keeps
-- records, so that it can be brought back.
create table record_view (
    id uuid primary key,
    form text not null,
    owner text not null,
    shared boolean not null,
    version integer not null,
    content text not null,
    deleted_at timestamptz
);

create index record_view_form on record_view (form, id) where deleted_at is null;
create index record_view_old on record_view (deleted_at) where deleted_at is not null;
