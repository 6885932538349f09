-- Through which task a reveal was opened: it ends with it.
alter table reveal_grant add column task uuid;

create index reveal_grant_task on reveal_grant (task) where task is not null;
