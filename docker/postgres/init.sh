#!/bin/sh
# Roles and databases of a new cluster; run once by the image of PostgreSQL. No owner is a superuser.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v app="$JIANMI_APP_PASSWORD" -v keycloak="$KEYCLOAK_DB_PASSWORD" << 'SQL'
create role jianmi_app login password :'app';
alter role jianmi_app set max_parallel_workers_per_gather = 0;
alter role jianmi_app set jit = off;
create role jianmi_audit;
grant jianmi_audit to jianmi_app with inherit false, set true;
create role keycloak login password :'keycloak';
create database jianmi owner jianmi_app;
create database keycloak owner keycloak;
revoke connect on database jianmi from public;
revoke connect on database keycloak from public;
SQL
