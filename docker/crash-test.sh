#!/usr/bin/env bash
# Kills servers and restarts their database while approvals go on and programs and visitors send records, and proves that nothing is
# lost or done twice.
# usage: docker/crash-test.sh [SUBMISSIONS (300) [KILLS (30) [RESTARTS (0) [SERVERS (1) [SEED]]]]]
# First, in another terminal: ./jianmi up. RESTARTS are of PostgreSQL, as after a crash. Further SERVERS are started here, on the
# ports after the first one's, and ended here. A killed server is started again by this test, so the terminal of ./jianmi up
# shows its end; stop the new one by its process id. PostgreSQL and Keycloak outlive it, and its next start takes them over.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
APP=docker/target/quarkus-app
[ -f "$APP/quarkus-run.jar" ] || { echo "Build first: ./jianmi build" >&2; exit 1; }
exec java -Xmx256m -cp "$APP/app/*:$APP/lib/main/*:$APP/lib/boot/*" io.jianmi.bench.crash.CrashTest "$@"
