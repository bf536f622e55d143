#!/bin/sh
# CPU per amortisation schedule of 360 rows, ours beside peers and a limit. Settings and reading: ../README.md
#   run.sh                    CPU time of the thread, right on a shared machine, under a minute
#   run.sh --jmh [OPTION...]  JMH, for a quiet machine; options go to JMH (-f 1 -wi 2 -i 3 is short)
set -eu
bench=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
if [ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
  echo "schedule: JAVA_HOME must name a JDK 25; ./anju bench schedule sees to it" >&2
  exit 1
fi
"$bench/../mvnw" -q -B -f "$bench/pom.xml" -Dquick -DskipTests -pl schedule -am package
classpath=$bench/schedule/target/classes:$(cat "$bench/schedule/target/classpath")
if [ "${1:-}" = --jmh ]; then
  shift
  exec "$JAVA_HOME/bin/java" -cp "$classpath" org.openjdk.jmh.Main ScheduleBenchmark -prof gc "$@"
fi
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$classpath" io.anju.bench.schedule.CpuTime "${ROUNDS:-15}" "${SLICE_MS:-150}"
