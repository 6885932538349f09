-- Of the engine's tables only that of its tokens is ever written. The references that the others make to it were looked after
-- each time a token went, and indexes that no look-up of ours or the engine's uses were written each time one came.
do $$
declare
    reference record;
begin
    for reference in
        select conrelid::regclass as holder, conname from pg_constraint
        where contype = 'f' and 'act_ru_execution'::regclass in (conrelid, confrelid)
    loop
        execute format('alter table %s drop constraint %I', reference.holder, reference.conname);
    end loop;
end
$$;

drop index act_idx_exe_root_pi, act_idx_exec_buskey, act_idx_exe_procdef, act_idx_exe_parent, act_idx_exe_super;

-- Of one token in an instance neither holds anything.
create index act_idx_exe_parent on act_ru_execution (parent_id_) where parent_id_ is not null;
create index act_idx_exe_super on act_ru_execution (super_exec_) where super_exec_ is not null;

-- Room to move a token where it stands.
alter table act_ru_execution set (fillfactor = 50);

-- Last of all: what still has it is to be relieved of the rest.
drop index act_idx_exec_tenant_id;
