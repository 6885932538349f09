-- The server's role may add what is to be logged and read the log; only jianmi_audit changes it. Roles: platform.as_auditor.
do
$$
declare
    app text := current_user;
    name text;
begin
    if not exists (select from pg_roles where rolname = 'jianmi_audit') or not pg_has_role('jianmi_audit', 'SET') then
        raise warning 'There is no role jianmi_audit: the server may change its own audit log.';
        return;
    end if;
    execute format('grant usage, create on schema %I to jianmi_audit', current_schema());
    foreach name in array array['audit_pending', 'audit_entry', 'audit_tile', 'audit_checkpoint', 'audit_subject', 'audit_export']
    loop
        execute format('alter table %I owner to jianmi_audit', name);
    end loop;
    execute format('revoke create on schema %I from jianmi_audit', current_schema());
    set local role jianmi_audit;
    execute format('grant select on audit_entry, audit_tile, audit_checkpoint to %I', app);
    execute format('grant select, insert on audit_pending, audit_subject, audit_export to %I', app);
    reset role;
end
$$;
