-- Drafts and published versions of dashboards. A version is never changed; a dashboard holds questions and no values.
create table platform.dashboard_draft (
    tenant text not null,
    app text not null,
    key text not null,
    definition text not null,
    revision integer not null,
    updated_at timestamptz not null,
    updated_by text not null,
    primary key (tenant, app, key),
    foreign key (tenant, app) references platform.app (tenant, key) on delete cascade
);

create table platform.dashboard_version (
    tenant text not null,
    app text not null,
    key text not null,
    version integer not null,
    definition text not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (tenant, app, key, version),
    foreign key (tenant, app) references platform.app (tenant, key) on delete cascade
);

alter table platform.dashboard_draft enable row level security;
alter table platform.dashboard_draft force row level security;
create policy tenant on platform.dashboard_draft
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));

alter table platform.dashboard_version enable row level security;
alter table platform.dashboard_version force row level security;
create policy tenant on platform.dashboard_version
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));
