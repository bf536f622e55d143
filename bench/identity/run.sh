#!/bin/sh
# identity-service beside Keycloak and the bare work, fsync on. Settings and reading: ../README.md
#   run.sh            all parts, a quarter of an hour
#   run.sh risk       risk decisions that arrive at a fixed rate
#   run.sh tokens     tokens for services, beside Keycloak; fetches 170 MB from Maven Central the first time
#   run.sh passkey    sign-ins by passkey
set -eu
keycloak=26.7.3
bench=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
root=$(dirname -- "$bench")
if [ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
  echo "identity: JAVA_HOME must name a JDK 25; ./anju bench identity sees to it" >&2
  exit 1
fi
"$root/mvnw" -q -B -f "$bench/pom.xml" -Dquick -DskipTests -pl identity -am package
case ${1:-all} in
  tokens | all)
    if [ ! -d "$bench/identity/target/keycloak-$keycloak" ]; then
      "$root/mvnw" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact="org.keycloak:keycloak-quarkus-dist:$keycloak:zip" -DoutputDirectory="$bench/identity/target"
      (cd "$bench/identity/target" && "$JAVA_HOME/bin/jar" xf "keycloak-quarkus-dist-$keycloak.zip")
      chmod +x "$bench/identity/target/keycloak-$keycloak/bin/kc.sh"
    fi
    ;;
esac
classpath=$bench/identity/target/classes:$(cat "$bench/identity/target/classpath")
exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow \
  -Dbench.root="$root" -Dbench.keycloak="$bench/identity/target/keycloak-$keycloak" \
  -cp "$classpath" io.anju.bench.identity.IdentityBench "$@"
