-- Purposes of the tenants that changed the list which every tenant starts with.
create table purposes (
  tenant text primary key,
  items text not null,
  updated_at timestamptz not null,
  updated_by text not null
);

alter table purposes enable row level security;
alter table purposes force row level security;
create policy tenant on purposes
  using (tenant = current_setting('jianmi.tenant', true)) with check (tenant = current_setting('jianmi.tenant', true));
