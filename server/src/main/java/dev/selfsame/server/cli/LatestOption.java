package dev.selfsame.server.cli;

import picocli.CommandLine.Option;

/** How many entries a list has that may be long. What is out of range, the list's query refuses. */
final class LatestOption {

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "So many of the latest, 1 to 1000000 (default: ${DEFAULT-VALUE})",
            defaultValue = "1000")
    private int limit = 1000;

    int limit() {
        return limit;
    }
}
