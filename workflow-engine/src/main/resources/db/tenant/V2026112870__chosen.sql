-- Whom a decision has chosen to act on the step behind it. Null where it has made no choice.
alter table task add column chosen text[];
