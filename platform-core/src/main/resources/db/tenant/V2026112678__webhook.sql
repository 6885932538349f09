-- Messages to other systems: where they go and ids of what they tell, never what they say.
create table webhook_delivery (
    id uuid primary key,
    event text not null,
    url text not null,
    source text not null,
    about text not null,
    status text not null,
    attempts integer not null,
    code text,
    created_at timestamptz not null,
    last_at timestamptz,
    next_at timestamptz
);

create index webhook_delivery_due on webhook_delivery (next_at) where status = 'WAITING';
create index webhook_delivery_status on webhook_delivery (status, id desc);
create index webhook_delivery_created on webhook_delivery (created_at);

-- Which secret signs, and until when the one before does beside it.
create table webhook_secret (
    one boolean primary key default true check (one),
    number integer not null,
    changed_at timestamptz not null
);
