# Sourced by the scripts: finds a JDK of version 25 or later and Maven, or says exactly what is missing.

# Prints the home of a JDK >= 25: JAVA_HOME, java on the PATH, then the usual folders of JVMs.
find_jdk() {
  local home found=
  {
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    if command -v javac >/dev/null; then dirname "$(dirname "$(readlink -f "$(command -v javac)")")"; fi
    ls -d /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/lib/jvm/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* 2>/dev/null || true
  } | while read -r home; do
    # reads on to the end: leaving early would break the writers' pipe
    if [ -z "$found" ] && [ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
      found=$home
      printf '%s\n' "$home"
    fi
  done
}

# Prints the feature version of a JDK by its release file, 0 when there is none.
jdk_version() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  printf '%s\n' "${version:-0}"
}

# Sets JAVA_HOME, or explains and exits.
require_jdk() {
  local found
  found=$(find_jdk)
  if [ -z "$found" ]; then
    cat >&2 <<'END'
silverpoint: needs a JDK of version 25 or later; none was found in JAVA_HOME, on the PATH or in /usr/lib/jvm.
  Debian 13, Raspberry Pi OS, Ubuntu 25.10:  sudo apt-get install openjdk-25-jdk-headless
  elsewhere:  unpack a JDK 25 (Eclipse Temurin is one) into /usr/lib/jvm, or set JAVA_HOME to it
END
    exit 69
  fi
  export JAVA_HOME="$found"
}

require_maven() {
  if ! command -v mvn >/dev/null; then
    echo "silverpoint: needs Maven 3.8 or later to build; install it:  sudo apt-get install maven" >&2
    exit 69
  fi
}

# Maven on our JDK, quiet, without its own JVM's warnings.
maven() {
  require_maven
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn --batch-mode --no-transfer-progress "$@"
}
