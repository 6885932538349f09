-- How far an automation has come and until when it waits; a visit of people has neither.
alter table wf_visit
    add column step integer not null default 0,
    add column wake_at timestamptz;

create index wf_visit_wake on wf_visit (wake_at) where wake_at is not null and status = 'OPEN';

-- What the system did by itself at an entry of the timeline.
alter table wf_timeline
    add column did text;

-- Records that automations have made. The depth counts makers of makers, so that two workflows cannot feed each other for ever.
create table wf_made (
    record uuid primary key,
    form text not null,
    visit uuid not null,
    step integer not null,
    depth integer not null
);

create index wf_made_visit on wf_made (visit, step desc);
