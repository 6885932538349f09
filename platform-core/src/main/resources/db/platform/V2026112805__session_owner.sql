-- Whose a session is and where it was opened, so that he can look through his own and end them. Browser and system are families only:
-- neither an address nor the browser's whole description is kept.
alter table session add column member text;
alter table session add column sid text;
alter table session add column browser text;
alter table session add column system text;
alter table session add column level text;
alter table session add column signed_in_at timestamptz;
alter table session add column seen_at timestamptz;
create index session_member on session (member);
