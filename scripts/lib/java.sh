# Sourced by the scripts: finds a JDK of version 25 or later and Maven. What is missing is installed after one question, or
# without one when the first argument of a script is --yes; where that cannot be, it is said what to do.
os_release=${os_release:-/etc/os-release}
assume_yes=${assume_yes:-}

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

has_maven() {
  command -v mvn >/dev/null
}

# The packages of Debian that the named tools, jdk and maven, lack.
missing_packages() {
  local tool
  for tool; do
    case $tool in
    jdk) [ -n "$(find_jdk)" ] || echo openjdk-25-jdk-headless ;;
    maven) has_maven || echo maven ;;
    esac
  done
}

# One value of the system's description, such as VERSION_ID.
of_system() {
  sed -n "s/^$1=\"\?\([^\"]*\)\"\?\$/\1/p" "$os_release" 2>/dev/null
}

# Whether the system's packages have a JDK 25: Debian and Raspberry Pi OS from 13 on; any other, if apt knows one.
has_jdk_package() {
  local id version
  id=$(of_system ID)
  version=$(of_system VERSION_ID)
  case $id in
  debian | raspbian) [ "${version%%.*}" -ge 13 ] 2>/dev/null && return ;;
  esac
  apt-cache policy openjdk-25-jdk-headless 2>/dev/null | grep -q '^ *Candidate: [0-9]'
}

# Whether apt can install packages of these names.
can_install() {
  command -v apt-get >/dev/null || return
  case " $* " in
  *" openjdk-"*) has_jdk_package ;;
  esac
}

is_root() {
  [ "$(id -u)" = 0 ]
}

# Whether there is a person to ask.
is_asked() {
  [ -t 0 ] && [ -t 2 ]
}

as_root() {
  if is_root; then "$@"; else sudo "$@"; fi
}

install_command() {
  echo "$(is_root || echo 'sudo ')apt-get install --no-install-recommends $*"
}

# Installs packages if somebody agrees; else says how, and exits.
install_packages() {
  local answer=$assume_yes
  if ! is_root && ! command -v sudo >/dev/null; then
    echo "silverpoint: needs $*; let somebody with rights install it:  apt-get install --no-install-recommends $*" >&2
    exit 69
  fi
  if [ -z "$answer" ] && is_asked; then
    read -r -p "silverpoint: needs $*. Install now ($(install_command "$@"))? [Y/n] " answer || answer=n
    answer=${answer:-y}
  fi
  case $answer in
  [yY]*) ;;
  *)
    echo "silverpoint: needs $*; call it again with --yes as the first argument, or:  $(install_command "$@")" >&2
    exit 69
    ;;
  esac
  if ! { as_root apt-get update && as_root apt-get install --yes --no-install-recommends "$@"; } >&2 </dev/null; then
    echo "silverpoint: apt-get did not install $*; what it says is above" >&2
    exit 69
  fi
}

# What to do where the system's packages have no JDK 25.
explain_jdk() {
  local system arch
  system=$(of_system PRETTY_NAME)
  case $(uname -m) in
  aarch64 | arm64) arch=aarch64 ;;
  *) arch=x64 ;;
  esac
  cat >&2 <<END
silverpoint: needs a JDK of version 25 or later; none was found in JAVA_HOME, on the PATH or in /usr/lib/jvm, and the packages of
${system:-this system} have none. Debian 13 and Raspberry Pi OS on it have one; here, unpack Eclipse Temurin, which is found by itself:
  sudo mkdir -p /usr/lib/jvm$(command -v curl >/dev/null || echo '; sudo apt-get install curl ca-certificates')
  curl -fL https://api.adoptium.net/v3/binary/latest/25/ga/linux/$arch/jdk/hotspot/normal/eclipse | sudo tar -xz -C /usr/lib/jvm
END
}

# Installs what of the named tools is missing, or explains and exits.
provide() {
  local lacking
  mapfile -t lacking < <(missing_packages "$@")
  if can_install "${lacking[@]}"; then
    install_packages "${lacking[@]}"
    if [ -n "$(missing_packages "$@")" ]; then
      echo "silverpoint: $(missing_packages "$@") was installed and is not found all the same; set JAVA_HOME, and PATH" >&2
      exit 69
    fi
    return
  fi
  case " ${lacking[*]} " in
  *" openjdk-"*) explain_jdk ;;
  esac
  case " ${lacking[*]} " in
  *" maven "*)
    if can_install maven; then
      echo "silverpoint: needs Maven 3.8 or later to build; install it:  $(install_command maven)" >&2
    else
      echo "silverpoint: needs Maven 3.8 or later to build: from the packages of this system, or https://maven.apache.org" >&2
    fi
    ;;
  esac
  exit 69
}

# Sees to it that the named tools, jdk and maven, are there, and sets JAVA_HOME; or explains and exits.
require_tools() {
  local found
  found=$(find_jdk)
  if [ -z "$found" ] || { [[ " $* " == *" maven "* ]] && ! has_maven; }; then
    provide "$@"
    found=$(find_jdk)
  fi
  export JAVA_HOME="$found"
}

# Sets JAVA_HOME, or explains and exits.
require_jdk() {
  require_tools jdk
}

# Maven on our JDK, quiet, without its own JVM's warnings.
maven() {
  require_tools jdk maven
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn --batch-mode --no-transfer-progress "$@"
}
