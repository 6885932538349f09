-- An index that says something of a row's status has each change of it written into all indexes of the table; without that a step's
-- row is changed where it stands. Nothing wakes a step that is closed: whatever closes it takes its moment away.
update wf_visit set wake_at = null where wake_at is not null and status <> 'OPEN';
drop index wf_visit_wake;
create index wf_visit_wake on wf_visit (wake_at) where wake_at is not null;

-- Both are changed several times within their first minutes: that needs room beside them.
alter table wf_visit set (fillfactor = 60);
alter table wf_instance set (fillfactor = 60);
