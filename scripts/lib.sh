# Shared by the scripts beside it. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# JAVA: a java of 17 or later, of JAVA_HOME or else on the PATH.
find_java() {
  JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
  local version
  version=$("$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1) || true
  [ "${version:-0}" -ge 17 ] || fail "Java 17 or later is needed; found: ${version:-none}. Install a JDK (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
}

# Puts a Node of 20.19 or later on the PATH: the machine's, or one fetched as a package and checked.
find_node() {
  if [ "${SUNLOT_FETCH_NODE:-}" != true ] && node_fits node; then return; fi
  local home=$ROOT/.run/node
  [ -x "$home/bin/node" ] || scripts/fetch-node "$home"
  export PATH=$home/bin:$PATH
}

node_fits() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# The hash of a list of files and of their contents.
hash_of() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1; }

# run NAME COMMAND…: output to .run/logs/NAME.log, time into the table of suites.
SUITES=()
run_suite() {
  local name=$1 start=$SECONDS status=0
  shift
  mkdir -p "$ROOT/.run/logs"
  say "… $name"
  "$@" >"$ROOT/.run/logs/$name.log" 2>&1 || status=$?
  SUITES+=("$(printf '%-24s %5d s   %s' "$name" $((SECONDS - start)) "$([ $status = 0 ] && echo ok || echo "FAILED, see .run/logs/$name.log")")")
  if [ $status != 0 ]; then
    tail -n 60 "$ROOT/.run/logs/$name.log"
    FAILED_SUITES=$((${FAILED_SUITES:-0} + 1))
  fi
}
