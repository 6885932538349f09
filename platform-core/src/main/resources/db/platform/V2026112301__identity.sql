-- The mirrored organisation. Row security is the second line behind the queries' own tenant condition.
create table organisation (
  tenant text primary key,
  mirrored_at timestamptz not null
);

create table member (
  tenant text not null,
  id text not null,
  username text not null,
  name text not null,
  departments text[] not null,
  roles text[] not null,
  enabled boolean not null,
  primary key (tenant, id)
);

create table department (
  tenant text not null,
  id text not null,
  name text not null,
  path text not null,
  parent_id text,
  heads text[] not null,
  primary key (tenant, id)
);

create table role (
  tenant text not null,
  key text not null,
  primary key (tenant, key)
);

-- After a transaction the setting is an empty string: it equals no tenant.
alter table member enable row level security;
alter table member force row level security;
create policy tenant on member
  using (tenant = current_setting('jianmi.tenant', true)) with check (tenant = current_setting('jianmi.tenant', true));

alter table department enable row level security;
alter table department force row level security;
create policy tenant on department
  using (tenant = current_setting('jianmi.tenant', true)) with check (tenant = current_setting('jianmi.tenant', true));

alter table role enable row level security;
alter table role force row level security;
create policy tenant on role
  using (tenant = current_setting('jianmi.tenant', true)) with check (tenant = current_setting('jianmi.tenant', true));
