-- Records that one member shares with another, who then reads them although no scope of his groups holds.
create table record_share (
    id uuid primary key,
    form text not null,
    record uuid not null,
    member text not null,
    shared_by text not null,
    created_at timestamptz not null,
    until timestamptz not null,
    ended_at timestamptz,
    ended_by text
);

-- With one member a record is shared once; sharing it again changes that share.
create unique index record_share_one on record_share (record, member) where ended_at is null;
create index record_share_received on record_share (form, member, until) where ended_at is null;
create index record_share_over on record_share (until);
