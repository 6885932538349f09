-- The fields that a text was computed of: who does not read them is not told it. Nothing there: the text is fixed.
alter table notification add column reads text[];
