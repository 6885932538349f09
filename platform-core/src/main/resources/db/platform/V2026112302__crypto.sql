-- Keys of each tenant, wrapped by the key service. A row is useless without it and outside its own tenant and purpose.
create table platform.keyset (
    tenant text not null,
    purpose text not null,
    version integer not null,
    wrapped bytea not null,
    created_at timestamptz not null default now(),
    primary key (tenant, purpose, version)
);

alter table platform.keyset enable row level security;
alter table platform.keyset force row level security;

create policy tenant on platform.keyset
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));
