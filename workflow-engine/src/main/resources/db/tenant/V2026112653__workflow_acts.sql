-- Signers that were added share the seat of whoever asked them; "moves" tells that an instance went on meanwhile.
alter table task
    add column seat uuid,
    add column rank double precision not null default 0,
    add column added uuid,
    add column origin uuid,
    add column reminded_at timestamptz;

alter table wf_instance
    add column moves integer not null default 0,
    add column resume_at text;
