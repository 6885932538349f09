-- The making of a schema was taken for its newest version, so that no later file was ever run; now they are.
update tenant set schema_version = '' where schema_version = 'null';
