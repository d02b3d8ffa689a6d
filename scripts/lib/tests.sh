# Sourced by the scripts that run tests: what the reports of the last run say.

# How many tests have run, of all classes or of those named.
tests_run() {
  local class files=("$home"/target/surefire-reports/TEST-*.xml)
  if [ $# -gt 0 ]; then
    files=()
    for class in "$@"; do files+=("$home"/target/surefire-reports/TEST-*."$class".xml); done
  fi
  cat "${files[@]}" | sed -n 's/^<testsuite .* tests="\([0-9]*\)".* skipped="\([0-9]*\)".*/\1 \2/p' |
    awk '{ run += $1 - $2 } END { print run + 0 }'
}

# Names the tests that were skipped and why, with what they lack; where CI=true that is a failure.
report_skipped() {
  local skipped
  skipped=$(awk '
    /<testcase / {
      match($0, /classname="[^"]*"/)
      class = substr($0, RSTART + 11, RLENGTH - 12)
      sub(/.*\./, "", class)
    }
    /<skipped/ {
      why = "no reason given"
      if (match($0, /message="[^"]*"/)) why = substr($0, RSTART + 9, RLENGTH - 10)
      sub(/^Assumption failed: /, "", why)
      count[class " (" why ")"]++
    }
    END { for (test in count) printf "%s%s", (n++ ? ", " : ""), test }
  ' "$home"/target/surefire-reports/TEST-*.xml)
  if [ -n "$skipped" ]; then
    echo "silverpoint: skipped: $skipped" >&2
    if [ "${CI:-}" = true ]; then
      echo "silverpoint: FAILED: where CI=true nothing may be skipped" >&2
      return 1
    fi
  fi
}
