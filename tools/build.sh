# Sourced by check and selfsame, in the root of the repository, with a JDK 25 in use.

# run_maven: Maven without a terminal, on the JDK 25. It and what it starts do not hold the build lock.
run_maven() {
    # why: Maven's own libraries are older than the warnings that a JDK 25 prints about them; and it ends too early for
    # what the optimising compiler does to be of use
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${MAVEN_OPTS:-}" \
        mvn -B -ntp "$@" < /dev/null 9>&-
}

# require_build_tools: says what is missing. The models are made from npm packages, and what browsers load by them,
# hence Node.
require_build_tools() {
    local tool node_major node_minor
    for tool in mvn node npm; do
        if ! command -v "$tool" > /dev/null; then
            echo "'$tool' is missing; the build needs Maven >= 3.8 and Node >= 20.19 with npm, see README.md" >&2
            return 69
        fi
    done
    read -r node_major node_minor < <(node -p 'process.versions.node.replace(/\./g, " ")')
    if [ "$node_major" -lt 20 ] || { [ "$node_major" = 20 ] && [ "${node_minor%% *}" -lt 19 ]; }; then
        echo "Node $(node -v) is too old; the build needs Node >= 20.19 with npm, see README.md" >&2
        return 69
    fi
}

# take_build_lock: waits for other builds of this checkout, which would write the same target folders;
# holds the lock until release_build_lock or the end of the process.
take_build_lock() {
    mkdir -p target
    exec 9> target/build.lock
    if command -v flock > /dev/null; then
        flock -n 9 && return
        echo "waiting for another build of this checkout" >&2
        flock 9
    else
        # why: macOS has no flock command; the lock belongs to the open file, which outlives perl
        perl -MFcntl=:flock -e 'open(my $lock, ">&=", 9) && flock($lock, LOCK_EX) || die "$!\n"'
    fi
}

release_build_lock() {
    exec 9>&-
}

APPLICATION=server/target/selfsame/selfsame.jar
START_CACHE=server/target/selfsame/start.aot
BUILD_STAMP=target/selfsame.built
BUILD_LOG=target/selfsame-build.log

# build_when_needed: makes the application unless it is newer than everything that it is made of.
build_when_needed() {
    if is_up_to_date; then
        return 0
    fi
    take_build_lock
    # why: whoever held the lock may have built it meanwhile
    if is_up_to_date; then
        return 0
    fi
    require_build_tools
    build_application
}

# Without a process for each source: this runs on every start.
is_up_to_date() {
    local reference=$APPLICATION
    [ -f "$APPLICATION" ] || return 1
    if [ "$BUILD_STAMP" -nt "$APPLICATION" ]; then
        reference=$BUILD_STAMP
    fi
    [ -z "$(find pom.xml ./*/pom.xml ./*/src/main {models,web}/package*.json web/tsconfig.json \
        web/{capture,demo,guide,portal,reference,status,tools} \
        docs README.md CONTRIBUTING.md SECURITY.md NOTICE models/{README.md,NOTICE} \
        -newer "$reference" -print | head -n 1)" ]
}

build_application() {
    local started=$SECONDS
    echo "selfsame: building, which takes minutes the first time (log: $PWD/$BUILD_LOG)" >&2
    # why: the stamp bears the time of the start, so an edit made during the build counts as newer
    touch "$BUILD_STAMP.new"
    if ! run_maven -Dmaven.test.skip=true -pl server -am package > "$BUILD_LOG" 2>&1; then
        tail -n 40 "$BUILD_LOG" >&2
        echo "selfsame: the build failed, all of its log is in $PWD/$BUILD_LOG" >&2
        return 70
    fi
    if [ ! -f "$APPLICATION" ]; then
        echo "selfsame: the build made no $PWD/$APPLICATION" >&2
        return 70
    fi
    mv "$BUILD_STAMP.new" "$BUILD_STAMP"
    echo "selfsame: built in $((SECONDS - started)) s" >&2
}

# What the JVM is told when the server starts. why: it logs to stdout by default, which belongs to the command; the search
# of many faces computes with vectors, whose module is not there by itself
JVM_LOG=(--enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr)
JVM_SERVE=("${JVM_LOG[@]}" --add-modules jdk.incubator.vector)
