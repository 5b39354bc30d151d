# Sourced by check and selfsame. Finds a JDK 25 without starting any: every JDK states its version
# in a file named "release". Works with the bash 3.2 of macOS.

# use_jdk_25: exports JAVA_HOME and puts its bin first in PATH, or says how to get a JDK and fails.
use_jdk_25() {
    local home on_path
    on_path=$(command -v java || true)
    while [ -L "$on_path" ]; do
        home=$(readlink "$on_path")
        case $home in
            /*) on_path=$home ;;
            *) on_path=$(dirname "$on_path")/$home ;;
        esac
    done
    for home in \
        "${JAVA_HOME:-}" \
        "${JAVA_HOME_25_X64:-}" \
        "${on_path%/bin/java}" \
        /usr/lib/jvm/* \
        /usr/java/* \
        /opt/* \
        /opt/java/* \
        "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* \
        "${HOME:-}"/.asdf/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk_25 "$home"; then
            export JAVA_HOME=$home
            export PATH=$home/bin:$PATH
            return 0
        fi
    done
    explain_missing_jdk >&2
    return 69
}

is_jdk_25() {
    local line
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while read -r line; do
        case $line in
            'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
        esac
    done < "$1/release"
    return 1
}

explain_missing_jdk() {
    cat << 'END'
Selfsame needs a JDK 25, and none was found: not in JAVA_HOME, not behind the java on the PATH, not in
/usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks, ~/.asdf, mise or /Library/Java. Get one with
  Debian 13+, Ubuntu 25.10+   sudo apt-get install openjdk-25-jdk
  older Debian, Ubuntu        add the package source of Eclipse Temurin (adoptium.net), then
                              sudo apt-get install temurin-25-jdk
  macOS                       brew install --cask temurin@25
  any, with SDKMAN            sdk install java 25-tem
or unpack any JDK 25 and say where it is: export JAVA_HOME=/path/to/jdk-25
END
}
