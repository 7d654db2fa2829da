# Sourced by ./run and ./test: sets JAVA_HOME to a JDK of at least version 25, or says what to install.
java_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'; }

is_wanted() { [ -x "$1/bin/javac" ] && [ "$(java_version "$1")" -ge 25 ] 2>/dev/null; }

find_jdk() {
  local found
  for found in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$found" ] && is_wanted "$found"; then
      export JAVA_HOME="$found"
      return 0
    fi
  done
  echo "A JDK of version 25 or newer is needed and none was found: install one (Debian: apt-get install openjdk-25-jdk, or Eclipse Temurin 25) or set JAVA_HOME." >&2
  return 1
}

find_jdk || exit 1
