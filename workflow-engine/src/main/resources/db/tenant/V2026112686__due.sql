-- What could not be done at its time is held back for a while.
-- What a step's term does next: its person is reminded, or the term is over. Derived, so that it never disagrees with the status.
alter table task
    add column remind_at timestamptz,
    add column timed_out_at timestamptz,
    add column held_until timestamptz;

-- Terms that were over before anything acted on them are shown as over, and no more.
update task set timed_out_at = due_at where status = 'OPEN' and due_at < now();

alter table task
    add column timer_at timestamptz generated always as (
        case when status = 'OPEN' and kind = 'WORK' and (remind_at is not null or timed_out_at is null and due_at is not null)
        then greatest(least(remind_at, case when timed_out_at is null then due_at end), held_until) end) stored;

create index task_timer on task (timer_at) where timer_at is not null;
create index task_due on task (assignee, due_at, id) where box = 'todo' and due_at is not null;
