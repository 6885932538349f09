-- Files of records, and uploads that no record holds yet (record is null). Names and keys are sealed; nothing of a file is in clear.
create table file (
    id uuid primary key,
    uploader text not null,
    uploaded_at timestamptz not null,
    upload_subject uuid,
    form text,
    record uuid,
    field text,
    subject uuid,
    key_class text,
    facts bytea not null,
    key bytea not null,
    attached_at timestamptz,
    detached_at timestamptz
);

create index file_record on file (record) where record is not null;
create index file_waiting on file (uploader, uploaded_at) where record is null;
create index file_upload_subject on file (upload_subject) where record is not null and upload_subject is not null;

-- Sealed segments of 1 MiB. Ciphertext does not compress, so nobody tries.
create table file_segment (
    file uuid not null,
    place integer not null,
    body bytea not null,
    primary key (file, place)
);

alter table file_segment alter column body set storage external;
