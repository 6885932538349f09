-- Running instances of a workflow, to be taken to another version of it page by page.
create index wf_instance_workflow on wf_instance (app, workflow, id) where status = 'RUNNING';
