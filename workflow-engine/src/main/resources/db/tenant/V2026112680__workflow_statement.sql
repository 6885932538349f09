-- What an act says of itself can be proven part by part: "seed" salts the parts, "said" is the digest of its comment, which stays when
-- the comment is gone.
alter table wf_timeline
    add column seed bytea,
    add column said text;
