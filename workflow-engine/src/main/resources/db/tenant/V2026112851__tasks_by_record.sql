-- A record has few tasks, so those of an instance or of a step are found among its. Each index of this table is written at every change.
drop index task_instance;
drop index task_visit;
