-- What people say to the privacy desk stands in the ledger too, without a record that captured it.
-- An event gets an id that can be told (UUIDv7); the number beside it stays its place in the ledger.
alter table consent_event add column event uuid;
update consent_event set event = (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
    || substr(translate(gen_random_uuid()::text, '-', ''), 14, 19))::uuid;
alter table consent_event alter column event set not null;
alter table consent_event alter column record drop not null;
alter table consent_event add column channel text check (channel in ('WEB', 'PAPER', 'PHONE', 'EMAIL', 'MINI_PROGRAM'));
alter table consent_event add column withdraws uuid;

create unique index consent_event_event on consent_event (event);
-- An agreement is taken back once.
create unique index consent_event_withdraws on consent_event (withdraws) where withdraws is not null;
