-- The erasure ledger: who shall be forgotten and which steps are done. It is only ever added to, and says nothing of a person but her id,
-- which names nobody once her records are gone. Its shadow lies beside the keys.
create table erasure (
    id uuid primary key,
    subject uuid not null,
    asked_at timestamptz not null,
    asked_by text not null,
    approval uuid,
    request uuid
);

create index erasure_subject on erasure (subject);

create table erasure_step (
    erasure uuid not null references erasure (id),
    step text not null,
    at timestamptz not null,
    counts text not null,
    primary key (erasure, step)
);

create function erasure_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the erasure ledger only grows';
end
$$;

create trigger erasure_only_grows before update or delete on erasure
    for each row execute function erasure_only_grows();
create trigger erasure_step_only_grows before update or delete on erasure_step
    for each row execute function erasure_only_grows();

-- What is left of a record of hers: that there was one.
create table erased_record (
    record uuid primary key,
    form text not null,
    subject uuid not null,
    at timestamptz not null default now()
);

create index erased_record_subject on erased_record (subject);

-- Whose records are kept and protected and nothing else: they exist for the privacy desk alone.
create table subject_restriction (
    subject uuid primary key,
    since timestamptz not null,
    by text not null,
    request uuid
);

-- Whom nobody may erase for now. Why is sealed under her keys.
create table subject_hold (
    id uuid primary key,
    subject uuid not null,
    owner text not null,
    review_on date not null,
    reason bytea not null,
    placed_at timestamptz not null,
    placed_by text not null,
    released_at timestamptz,
    released_by text
);

create unique index subject_hold_standing on subject_hold (subject) where released_at is null;
