#!/bin/sh
# One day's instalments over N loans: repayment-service beside bare SQL. Settings and reading: ../README.md
#   run.sh [N]       N loans, 100000 unless said otherwise
set -eu
bench=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
root=$(dirname -- "$bench")
if [ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
  echo "due-run: JAVA_HOME must name a JDK 25; ./anju bench due-run sees to it" >&2
  exit 1
fi
(cd "$root" && ./mvnw -q -B -Dquick -DskipTests -pl repayment-service -am package)
"$root/mvnw" -q -B -f "$bench/pom.xml" -Dquick -DskipTests package
classpath=$bench/due-run/target/classes:$(cat "$bench/due-run/target/classpath")
exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow \
  -cp "$classpath" io.anju.bench.duerun.DueRunBench "$root" "${1:-100000}"
