# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./mvnw and ./headwater. Returns 1 when there is none.
headwater_jdk_ok() {
  [ -x "$1/bin/javac" ] || return 1
  headwater_jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ -n "$headwater_jdk_version" ] && [ "$headwater_jdk_version" -ge 25 ] 2>/dev/null
}
headwater_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && headwater_jdk_ok "$JAVA_HOME"; then export JAVA_HOME; return 0; fi
  if headwater_java=$(command -v java 2>/dev/null); then
    headwater_java=$(readlink -f "$headwater_java" 2>/dev/null || printf '%s' "$headwater_java")
    headwater_home=${headwater_java%/bin/java}
    if headwater_jdk_ok "$headwater_home"; then JAVA_HOME=$headwater_home; export JAVA_HOME; return 0; fi
  fi
  for headwater_home in "${JAVA25_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*2[6-9]* /opt/java/* \
      "${HOME:-/nonexistent}"/.sdkman/candidates/java/25* "${HOME:-/nonexistent}"/.jdks/*25* \
      /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$headwater_home" ] && headwater_jdk_ok "$headwater_home"; then
      JAVA_HOME=$headwater_home; export JAVA_HOME; return 0
    fi
  done
  return 1
}
