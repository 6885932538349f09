-- How somebody mapped the columns of a form's file last time; sealed, since headings are what people typed.
create table import_habit (
    app text not null,
    form text not null,
    actor text not null,
    subject uuid not null,
    sealed bytea not null,
    primary key (app, form, actor)
);

create index exchange_job_own on exchange_job (actor, form, created_at desc);
