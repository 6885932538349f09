-- What a version took over from those before it: fields that were removed and whose values records keep (ADR 0016).
alter table platform.form_version add column kept text not null default '{}';
