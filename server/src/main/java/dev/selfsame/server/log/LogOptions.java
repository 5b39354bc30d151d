package dev.selfsame.server.log;

import java.util.Objects;

/**
 * Where the log goes.
 *
 * @param console what standard output gets
 * @param file whether it is written to the data directory
 * @param access whether there is a list of requests with the addresses of clients besides
 */
public record LogOptions(ConsoleFormat console, boolean file, boolean access) {

    public LogOptions {
        Objects.requireNonNull(console, "console");
        if (!file && console == ConsoleFormat.NONE) {
            throw new IllegalArgumentException(
                    "selfsame.logs.file: false (expected: true, or selfsame.logs.console ecs,"
                            + " logstash or gelf)");
        }
    }
}
