-- What the figures of a workflow read: its instances by when they began and ended, what was decided in a period, and what stands.
create index wf_instance_began on wf_instance (app, workflow, started_at);
create index wf_instance_ended on wf_instance (app, workflow, ended_at) where ended_at is not null;
create index task_decided on task (app, workflow, done_at) where kind = 'WORK' and status = 'DONE';
create index task_standing on task (app, workflow, due_at) where box = 'todo';
