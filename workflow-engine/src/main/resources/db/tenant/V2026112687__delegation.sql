-- Who acts for whom while he is away: tasks of the member go to the delegate, who stands on the timeline "for" him.
create table delegation (
    id uuid primary key,
    member text not null,
    delegate text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    workflows text[],
    open_too boolean not null,
    handed_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    ended_at timestamptz,
    ended_by text
);

create index delegation_member on delegation (member, ends_at) where ended_at is null;
create index delegation_delegate on delegation (delegate, ends_at) where ended_at is null;

alter table task add column delegator text;
alter table wf_timeline add column principal text;
