# Sourced by the installed program and by what prepares its fast start: Java keeps what it learns of the program's classes in
# caches, one for the kiosk and one for the commands. They are made here, with this computer's Java, and are valid for that
# Java and these jars alone.

java=/usr/lib/jvm/java-25-openjdk-@ARCHITECTURE@/bin/java
caches=/var/cache/silverpoint

# For what a cache is valid: files with their sizes and times.
fast_start_key() {
  local LC_ALL=C
  stat -L -c '%n %s %Y' "${java%/bin/java}/lib/modules" "${java%/bin/java}/lib/server/libjvm.so" "$home"/lib/java/*.jar | cksum
}

# Which cache serves a command.
fast_start_cache() {
  case $1 in
  run) printf '%s\n' "$caches/run" ;;
  *) printf '%s\n' "$caches/command" ;;
  esac
}

# The options that make a command start fast, in ${fast_options[@]}.
fast_start() {
  fast_options=()
  # the fast compiler alone suits a command of seconds, but not what runs all day or measures
  case $1 in
  run | bench | portraits) ;;
  *) fast_options+=(-XX:TieredStopAtLevel=1) ;;
  esac
  local cache
  cache=$(fast_start_cache "$1")
  if [ -n "${SILVERPOINT_LEARN:-}" ]; then
    fast_options+=(-XX:AOTCacheOutput="$SILVERPOINT_LEARN" -Xlog:aot=off -Xlog:cds=off)
  elif [ -r "$cache.aot" ] && [ "$(cat "$cache.key" 2>/dev/null)" = "$(fast_start_key)" ]; then
    fast_options+=(-XX:AOTCache="$cache.aot" -Xlog:aot=off -Xlog:cds=off)
  fi
}
