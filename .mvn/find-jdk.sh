# Sourced by the scripts at the top: find_jdk_25 prints the home of a JDK 25.

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

find_jdk_25() {
  local candidate java
  java=$(command -v java 2>/dev/null || true)
  [ -n "$java" ] && java=$(dirname "$(dirname "$(readlink -f "$java")")")
  for candidate in "${HEADROOM_JAVA_HOME:-}" "${JAVA_HOME:-}" "$java" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  echo "Headroom needs a JDK 25. Install one (for instance Temurin 25) or set HEADROOM_JAVA_HOME to it." >&2
  return 1
}
