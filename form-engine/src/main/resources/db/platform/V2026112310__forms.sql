-- Apps, drafts and published versions of forms. Row security is the second line behind the queries' own tenant condition.
create table platform.app (
    tenant text not null,
    key text not null,
    title text not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (tenant, key)
);

-- A form's key is unique in its tenant, whatever its app.
create table platform.form_draft (
    tenant text not null,
    form text not null,
    app text not null,
    definition text not null,
    revision integer not null,
    updated_at timestamptz not null,
    updated_by text not null,
    primary key (tenant, form),
    foreign key (tenant, app) references platform.app (tenant, key)
);

create index form_draft_app on platform.form_draft (tenant, app);

create table platform.form_version (
    tenant text not null,
    form text not null,
    version integer not null,
    app text not null,
    definition text not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (tenant, form, version),
    foreign key (tenant, app) references platform.app (tenant, key)
);

alter table platform.app enable row level security;
alter table platform.app force row level security;
create policy tenant on platform.app
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));

alter table platform.form_draft enable row level security;
alter table platform.form_draft force row level security;
create policy tenant on platform.form_draft
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));

alter table platform.form_version enable row level security;
alter table platform.form_version force row level security;
create policy tenant on platform.form_version
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));
