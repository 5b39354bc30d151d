# Sourced by check, in the root of the repository, after build.sh. Runs google-java-format in AOSP
# style on every Java file that git tracks or could track. Its version stands in pom.xml.

format_java() {
    run_formatter --replace
}

# Prints the files that are not formatted, and fails where there is one.
is_java_formatted() {
    run_formatter --dry-run --set-exit-if-changed
}

# fetch_formatter: puts the jar where run_formatter looks for it.
fetch_formatter() {
    if [ ! -f "$(formatter_jar)" ]; then
        run_maven -q -N dependency:copy@formatter
    fi
}

formatter_jar() {
    local version
    version=$(sed -n 's:.*<googlejavaformat.version>\(.*\)</.*:\1:p' pom.xml)
    echo "target/tools/google-java-format-$version-all-deps.jar"
}

run_formatter() {
    local file sources=()
    while IFS= read -r -d '' file; do
        # why: git still lists files that were deleted but not yet staged
        if [ -f "$file" ]; then
            sources+=("$file")
        fi
    done < <(git ls-files -z --cached --others --exclude-standard -- '*.java')
    # why the first two: it ends before an optimised one would be of use
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        --add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED \
        --add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED \
        --add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED \
        --add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED \
        --add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED \
        --add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED \
        -jar "$(formatter_jar)" --aosp "$@" "${sources[@]}"
}
