#!/usr/bin/env bash
# Kills the running server again and again while approvals go on, and proves that nothing is lost or done twice.
# usage: docker/crash-test.sh [SUBMISSIONS (300) [KILLS (30) [SEED]]]     first, in another terminal: ./jianmi up
# Only the server process is killed; PostgreSQL and Keycloak stay, and the next start takes them over. It is started again
# by this test, so the terminal of ./jianmi up shows its end; stop the new one with Ctrl-C here, or by its process id.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
APP=docker/target/quarkus-app
[ -f "$APP/quarkus-run.jar" ] || { echo "Build first: ./jianmi build" >&2; exit 1; }
exec java -Xmx256m -cp "$APP/app/*:$APP/lib/main/*:$APP/lib/boot/*" io.jianmi.bench.crash.CrashTest "$@"
