-- Who agreed to what, said by whom and when (PIPL 14 to 16, GDPR 7): rows are only ever added, the newest of a purpose counts.
-- No value of a record stands here; a person is an id without a name.
create table consent_event (
    id bigint generated always as identity primary key,
    subject uuid not null,
    notice text not null,
    purpose text not null,
    act text not null check (act in ('GRANT', 'REFUSE', 'WITHDRAW')),
    at timestamptz not null,
    actor text not null,
    form text not null,
    record uuid not null,
    field text not null
);

create index consent_event_subject on consent_event (subject, id desc);
