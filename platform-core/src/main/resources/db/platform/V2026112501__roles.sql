-- The audit log's tables belong to a role of their own, jianmi_audit, which nobody signs in as. The server's role is a
-- member without its rights and takes them for the length of a transaction, in the sequencer and in erasure only. Where
-- an administrator has not made that role, the server's own role owns the tables and this does nothing.
create function platform.as_auditor() returns void
    language plpgsql as
$$
begin
    if exists (select from pg_roles where rolname = 'jianmi_audit') and pg_has_role('jianmi_audit', 'SET') then
        perform set_config('role', 'jianmi_audit', true);
    end if;
end
$$;

alter table platform.organisation enable row level security;
alter table platform.organisation force row level security;
create policy tenant on platform.organisation
    using (tenant = current_setting('jianmi.tenant', true))
    with check (tenant = current_setting('jianmi.tenant', true));
