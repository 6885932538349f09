-- The kernel: tenants, and the guard that makes a data-modifying CTE all or nothing.
create table platform.tenant (
    key text primary key,
    title text not null,
    created_at timestamptz not null default now(),
    suspended boolean not null default false,
    schema_version text not null default ''
);

create function platform.expect_rows(step integer, expected integer, actual bigint) returns void
    language plpgsql as
$$
begin
    if actual <> expected then
        raise exception using errcode = 'JM001', message = step::text;
    end if;
end
$$;
