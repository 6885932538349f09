#!/usr/bin/env bash
# What starting has to survive, with the built server: a home with blanks and Chinese letters in its path, a taken port,
# Ctrl-C at any moment, a killed launcher, everything killed. Run it as root and as an ordinary user.
#   docker/start-test.sh [EMPTY-DIRECTORY]
set -euo pipefail
jar=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/target/quarkus-app/quarkus-run.jar
top=${1:-$(mktemp -d)}
home="$top/家 目录/jianmi"
mkdir -p "$home"
export JIANMI_PORT=${JIANMI_PORT:-18080} JIANMI_KEYCLOAK_PORT=${JIANMI_KEYCLOAK_PORT:-18180} JIANMI_PG_PORT=${JIANMI_PG_PORT:-18432} LC_ALL=C.UTF-8
log="$top/server.log"
patience=${PATIENCE:-600}
pid=

ok() { printf 'ok    %s\n' "$*"; }
fail() { printf 'FAIL  %s\n' "$*"; tail -n 15 "$log"; kill_all; exit 1; }
mine() { pgrep -f -- "$home" || true; }
kill_all() { [ -z "$pid" ] || kill -9 "$pid" 2> /dev/null || true; mine | xargs -r kill -9 2> /dev/null || true; }

# A shell may start background jobs with SIGINT ignored; a terminal does not.
start() {
  env --default-signal=INT JIANMI_HOME="$home" java -Xmx512m -jar "$jar" up > "$log" 2>&1 &
  pid=$!
}

await_ready() {
  for ((i = 0; i < patience * 2; i++)); do
    if grep -q "Jianmi is ready" "$log"; then return; fi
    kill -0 "$pid" 2> /dev/null || fail "the server ended while $1"
    sleep 0.5
  done
  fail "not ready after $patience s while $1"
}

await_end() {
  for ((i = 0; i < 180; i++)); do
    if ! kill -0 "$pid" 2> /dev/null; then
      sleep 0.5
      [ -z "$(mine)" ] || fail "left behind after $1: $(ps -o pid=,args= -p "$(mine | paste -sd,)" | cut -c1-120)"
      return
    fi
    sleep 0.5
  done
  fail "did not end within 90 s after $1"
}

records() {
  local token
  token=$(curl -sf -d grant_type=password -d client_id=jianmi-api -d username=audra -d password=audra \
    "http://127.0.0.1:$JIANMI_KEYCLOAK_PORT/realms/jianmi/protocol/openid-connect/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  curl -sf -H "Authorization: Bearer $token" "http://127.0.0.1:$JIANMI_PORT/api/v1/tenants/demo/audit/head" | sed 's/.*"size":\([0-9]*\).*/\1/'
}

start; await_ready "starting for the first time in $home"
ok "a first start in a home with blanks and Chinese letters"

if JIANMI_HOME="$top/other" java -jar "$jar" up > "$top/taken.log" 2>&1; then fail "a taken port did not end the start"; fi
grep -q "Port $JIANMI_PORT is taken.*JIANMI_PORT=" "$top/taken.log" || { cat "$top/taken.log"; fail "the message of a taken port"; }
ok "a taken port is named, with its setting"

before=$(records)
kill -INT "$pid"; await_end "Ctrl-C"
ok "Ctrl-C ends everything"

for seconds in 0.6 2 4 8; do
  start; sleep "$seconds"; kill -INT "$pid"; await_end "Ctrl-C $seconds s into the start"
done
ok "Ctrl-C during the start ends everything"

start; await_ready "starting again"
kill -9 "$pid"; sleep 1
[ "$(mine | wc -l)" -gt 0 ] || fail "kill -9 of the launcher left nothing behind: this tests nothing"
start; await_ready "taking over what a killed launcher left"
ok "a killed launcher's PostgreSQL and Keycloak are taken over"

kill_all; sleep 2
[ -z "$(mine)" ] || fail "kill -9 left something"
start; await_ready "starting after everything was killed"
after=$(records)
[ "$after" -ge "$before" ] || fail "the audit log had $before entries and has $after"
ok "data survive kill -9 of everything"

kill -INT "$pid"; await_end "Ctrl-C"
ok "all as user $(id -un)"
