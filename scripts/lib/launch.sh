# Sourced by what starts the program, in a checkout and installed: sets up this process and what Java is to be given, in
# ${java_options[@]}.

# Looks at what the shell allows, and sets what libraries are told by the environment.
prepare_process() {
  # Names of files may have any letter; without a locale that knows it, Java cannot write it.
  if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
  fi

  # What a picture's decoder has to say is said in one line of ours.
  export OPENCV_LOG_LEVEL="${OPENCV_LOG_LEVEL:-SILENT}"

  # The libraries alone are some two hundred files.
  if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt 512 ] && ! ulimit -S -n 512 2>/dev/null; then
    echo "silverpoint: this shell allows only $(ulimit -n) open files; allow more with: ulimit -n 1024" >&2
    exit 70
  fi

  # Java and libtorch ask for some gigabytes of addresses, of which they use little.
  if [ "$(ulimit -v)" != unlimited ] && [ "$(ulimit -v)" -lt 8000000 ]; then
    echo "silverpoint: this shell allows only $(($(ulimit -v) / 1000)) MB of addresses; allow more with: ulimit -v unlimited" >&2
    exit 70
  fi

  # A crash must not leave pictures of guests on the disk: there is no core.
  ulimit -c 0
}

# The options of a command for Java.
options_of() {
  # The serial collector suits a small machine.
  java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC -Djava.awt.headless=true)

  # What Java says of a crash, which holds no heap but some words of it, goes where the next start of the computer erases it.
  java_options+=(-XX:-HeapDumpOnOutOfMemoryError -XX:ErrorFile=/dev/shm/silverpoint-crash-%p.log)

  # A kiosk runs all day: its heap has one size and is touched at the start, and two arenas serve the native threads, so that
  # what it holds after a minute is what it holds in the evening.
  if [ "$1" = run ]; then
    java_options+=(-Xms256m -Xmx256m -XX:+AlwaysPreTouch)
    export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
    # native memory that held pictures is overwritten as it is freed
    export MALLOC_PERTURB_="${MALLOC_PERTURB_:-165}"
  fi

  # OpenCV's binding would refuse every picture as soon as the whole process holds four times its heap, as with libtorch
  # or a GPU's libraries it may; what a picture may take is limited by its pixels instead.
  java_options+=(-Dorg.bytedeco.javacpp.maxPhysicalBytes=0)

  local own
  read -r -a own <<<"${SILVERPOINT_JAVA_OPTS:-}"
  java_options+=("${own[@]}")
}
