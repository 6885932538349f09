-- What people say to each other about a record. Text and mentions are one ciphertext under the keys of the record's person.
create table record_comment (
    id uuid primary key,
    form text not null,
    record uuid not null,
    subject uuid not null,
    author text not null,
    version integer not null,
    -- The version that wrote the text; the ciphertext is bound to it, so that an older one put back does not open.
    text_version integer not null,
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    deleted_by text,
    -- Empty when a deleted comment cannot come back any more.
    sealed bytea not null,
    tag bytea not null
);

create index record_comment_page on record_comment (record, id desc);
create index record_comment_binned on record_comment (deleted_at) where deleted_at is not null and sealed <> '';
