-- What members are told. Ids and words only: what people read of it is made when they read it, under their access at that moment.
create table notification (
    id uuid primary key,
    member text not null,
    kind text not null,
    cause uuid not null,
    actor text not null,
    at timestamptz not null,
    form text not null,
    record uuid not null,
    task uuid,
    outcome text,
    text jsonb,
    listed boolean not null,
    read_at timestamptz
);

-- Whatever is delivered twice tells nobody twice.
create unique index notification_once on notification (cause, member, kind);
create index notification_listed on notification (member, id desc) where listed;
create index notification_unread on notification (member, id desc) where listed and read_at is null;
create index notification_age on notification (at);

-- What members chose; of a kind that is missing the usual holds.
create table notification_preference (
    member text not null,
    kind text not null,
    listed boolean not null,
    mailed boolean not null,
    primary key (member, kind)
);

-- Mails that are to be sent. No address: whose it is is asked when it is sent.
create table notification_mail (
    notification uuid primary key,
    next_at timestamptz not null,
    attempts integer not null default 0,
    failure text,
    dead_at timestamptz
);

create index notification_mail_due on notification_mail (next_at) where dead_at is null;
