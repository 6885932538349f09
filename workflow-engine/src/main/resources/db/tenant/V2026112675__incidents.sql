-- Administrators look for what waits for them; there are few of these, however long the outbox is.
create index outbox_parked on outbox (id) where parked_at is not null;
