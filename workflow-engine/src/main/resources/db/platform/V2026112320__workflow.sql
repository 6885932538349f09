-- Drafts and published versions of workflows. Versions are never changed: instances stay on theirs.
create table platform.workflow_draft (
    tenant text not null,
    app text not null,
    key text not null,
    definition text not null,
    revision integer not null,
    updated_at timestamptz not null,
    updated_by text not null,
    primary key (tenant, app, key)
);

create table platform.workflow_version (
    tenant text not null,
    app text not null,
    key text not null,
    version integer not null,
    form text not null,
    form_version integer not null,
    definition text not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (tenant, app, key, version)
);

alter table platform.workflow_draft enable row level security;
alter table platform.workflow_draft force row level security;
create policy tenant on platform.workflow_draft
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));

alter table platform.workflow_version enable row level security;
alter table platform.workflow_version force row level security;
create policy tenant on platform.workflow_version
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));
