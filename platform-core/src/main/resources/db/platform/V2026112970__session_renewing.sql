-- Whoever first finds the tokens about to expire renews them, for all requests of this browser and on all nodes; until then the others
-- leave it to him.
alter table session add column renewing_until timestamptz;
