-- Finds keys that are over a day old; keys come in the order of time, so a block range index suffices.
create index idempotency_created on idempotency using brin (created_at);
