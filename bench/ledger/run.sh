#!/bin/sh
# The ledger beside bare SQL on the same PostgreSQL, fsync on. Settings and reading: ../README.md
#   run.sh            both parts, some minutes
#   run.sh batches    posting in batches
#   run.sh payments   one payment over HTTP; wants pgbench
#   run.sh ours       posting in batches for S seconds with C clients on the PostgreSQL of PGHOST, PGPORT: prints tps = X
set -eu
bench=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
if [ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
  echo "ledger: JAVA_HOME must name a JDK 25; ./anju bench ledger sees to it" >&2
  exit 1
fi
if [ "${1:-}" = ours ] && [ -f "$bench/ledger/target/classpath" ]; then
  : # measured by another run, which has no time for a build
else
  "$bench/../mvnw" -q -B -f "$bench/pom.xml" -Dquick -DskipTests -pl ledger -am package >&2
fi
classpath=$bench/ledger/target/classes:$(cat "$bench/ledger/target/classpath")
exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -Dbench.root="$bench/.." -cp "$classpath" \
  io.anju.bench.ledger.LedgerBench "$@"
