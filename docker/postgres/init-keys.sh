#!/bin/sh
# The cluster of wrapped keys: apart from the data, so that its backups may live shorter.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v keys="$JIANMI_KEYS_PASSWORD" << 'SQL'
create role jianmi_keys login password :'keys';
create database jianmi_keys owner jianmi_keys;
revoke connect on database jianmi_keys from public;
SQL
