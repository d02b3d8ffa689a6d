# Puts Apache Spark on the class path for `bench --spark`; sourced by scripts/silverpoint, which then runs with
# $spark_classpath and ${spark_options[@]}. The first time fetches about 280 MB of jars.
with_spark() {
  local work="$home/target/spark" sources="$home/src/spark" open list
  mkdir -p "$work/classes" "$work/home/jars"
  if [ ! -s "$work/classpath.txt" ] || [ "$home/pom.xml" -nt "$work/classpath.txt" ] ||
    [ "$home/scripts/lib/spark.sh" -nt "$work/classpath.txt" ]; then
    echo "silverpoint: looking for Apache Spark (the first time fetches 280 MB)" >&2
    rm -f "$work/classpath.txt"
    if ! (cd "$home" && maven -q -Pspark dependency:build-classpath -DincludeScope=runtime \
      -Dmdep.outputFile="$work/classpath.txt") >"$home/target/build.log" 2>&1; then
      echo "silverpoint: --spark needs Apache Spark from Maven Central, which could not be fetched; see target/build.log" >&2
      exit 69
    fi
    # Spark starts executors from the jars of its home
    find "$work/home/jars" -type l -delete
    tr ':' '\n' <"$work/classpath.txt" | while read -r list; do ln -sf "$list" "$work/home/jars/"; done
  fi
  if [ ! -e "$work/built" ] || [ -n "$(find "$sources" "$home/target/classes" -newer "$work/built" -print -quit)" ]; then
    (cd "$home" && maven -q -Pspark compiler:compile@spark) >"$home/target/build.log" 2>&1 || {
      tail -n 40 "$home/target/build.log" >&2
      echo "silverpoint: the build failed; the whole log is in target/build.log" >&2
      exit 70
    }
    cp -r "$sources/resources/." "$work/classes"
    touch "$work/built"
  fi
  local java="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true"
  java="$java -Dai.djl.offline=true"
  java="$java -Djava.util.logging.config.file=$home/src/main/resources/silverpoint/cli/logging.properties"
  spark_options=(-Dspark.ui.enabled=false -Dspark.log.level=ERROR
    "-Dspark.executor.extraClassPath=$work/classes:$home/target/classes"
    "-Dspark.executor.extraJavaOptions=$java"
    -Dslf4j.internal.verbosity=ERROR)
  for open in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.util.calendar; do
    spark_options+=("--add-opens=java.base/$open=ALL-UNNAMED")
  done
  spark_classpath="$work/classes:$home/target/classes:$(cat "$work/classpath.txt")"
  export SPARK_HOME="$work/home" SPARK_SCALA_VERSION=2.13
}
