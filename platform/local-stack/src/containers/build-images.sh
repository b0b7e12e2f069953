#!/bin/sh
# Builds the two images that the containers backend asks for, postgres:18 and apache/kafka:VERSION, out of what Maven
# has fetched for the embedded backend. For an engine that can't pull images; one that can needs none of this.
#
#   build-images.sh            run by root on Debian or Ubuntu, after: mvn -pl platform/local-stack -am package
#
# Needs docker, debootstrap, xz and a JDK 25 (JAVA_HOME). Set DEBIAN_MIRROR to install the base system from another
# mirror than debootstrap's own, DEBIAN_SUITE for another release than bookworm.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
lib=$here/../../target/lib
suite=${DEBIAN_SUITE:-bookworm}
base=reskontra-local/base:$suite
export DOCKER_BUILDKIT=0

fail() {
    echo "$1" >&2
    exit 1
}

for tool in docker debootstrap xz; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done
[ -x "${JAVA_HOME:-}/bin/jlink" ] || fail "JAVA_HOME must name a JDK 25"
[ -d "$lib" ] || fail "no libraries in $lib: run mvn -pl platform/local-stack -am package first"
docker info >/dev/null 2>&1 || fail "no Docker engine answers"

case $(uname -m) in
    x86_64) architecture=amd64 ;;
    aarch64) architecture=arm64v8 ;;
    *) fail "no PostgreSQL binaries for $(uname -m)" ;;
esac
binaries=$(ls "$lib"/embedded-postgres-binaries-linux-"$architecture"-*.jar)
kafka=$(basename "$lib"/kafka_2.13-*.jar .jar)
version=${kafka#kafka_2.13-}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! docker image inspect "$base" >/dev/null 2>&1; then
    echo "base system: $suite"
    debootstrap --variant=minbase "$suite" "$work/root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/debootstrap.log" 2>&1 ||
        { tail "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
    tar -C "$work/root" -c . | docker import - "$base" >/dev/null
fi

echo "postgres:18"
mkdir -p "$work/postgres/pgsql"
cp "$here"/postgres/* "$work/postgres/"
(cd "$work/postgres" && "$JAVA_HOME/bin/jar" xf "$binaries" && tar -xJf postgres-linux-*.txz -C pgsql)
docker build --quiet --build-arg "BASE=$base" -t postgres:18 "$work/postgres"

echo "apache/kafka:$version"
mkdir -p "$work/kafka/libs"
cp "$here"/kafka/* "$work/kafka/"
cp "$lib"/*.jar "$work/kafka/libs/"
rm "$work"/kafka/libs/embedded-postgres-binaries-*.jar
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.management --strip-debug --no-header-files \
    --no-man-pages --output "$work/kafka/java"
docker build --quiet --build-arg "BASE=$base" -t "apache/kafka:$version" "$work/kafka"
