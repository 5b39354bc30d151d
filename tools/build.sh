# Sourced by check and selfsame, in the root of the repository, with a JDK 25 in use.

# run_maven: Maven without a terminal, on the JDK 25.
run_maven() {
    # why: Maven's own libraries are older than the warnings that a JDK 25 prints about them
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
        mvn -B -ntp "$@" < /dev/null
}

# require_build_tools: says what is missing. The models are made from npm packages, hence Node.
require_build_tools() {
    local tool node_major
    for tool in mvn node npm; do
        if ! command -v "$tool" > /dev/null; then
            echo "'$tool' is missing; the build needs Maven >= 3.8 and Node >= 20 with npm, see README.md" >&2
            return 69
        fi
    done
    node_major=$(node -p 'process.versions.node.split(".")[0]')
    if [ "$node_major" -lt 20 ]; then
        echo "Node $(node -v) is too old; the build needs Node >= 20 with npm, see README.md" >&2
        return 69
    fi
}

# take_build_lock: waits for other builds of this checkout, which would write the same target folders;
# holds the lock until release_build_lock or the end of the process.
take_build_lock() {
    mkdir -p target
    exec 9> target/build.lock
    if command -v flock > /dev/null; then
        flock 9
    else
        # why: macOS has no flock command; the lock belongs to the open file, which outlives perl
        perl -MFcntl=:flock -e 'open(my $lock, ">&=", 9) && flock($lock, LOCK_EX) || die "$!\n"'
    fi
}

release_build_lock() {
    exec 9>&-
}
