-- Which templates a tenant has installed; written last, so that an interrupted installation is taken up again.
create table platform.template_install (
    tenant text not null,
    template text not null,
    version text not null,
    installed_at timestamptz not null,
    installed_by text not null,
    primary key (tenant, template)
);

alter table platform.template_install enable row level security;
alter table platform.template_install force row level security;
create policy tenant_only on platform.template_install
    using (tenant = nullif(current_setting('jianmi.tenant', true), ''))
    with check (tenant = nullif(current_setting('jianmi.tenant', true), ''));
