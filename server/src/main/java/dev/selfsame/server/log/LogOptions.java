package dev.selfsame.server.log;

import dev.selfsame.server.setting.Setting;

import java.util.Objects;

/**
 * Where the log goes.
 *
 * @param console what standard output gets
 * @param file whether it is written to the data directory
 * @param access whether there is a list of requests with the addresses of clients besides
 */
public record LogOptions(
        @Setting(
                        meaning = "form in which [the log](#logs) goes to standard output as well",
                        range = "`none`, `ecs`, `logstash`, `gelf`")
                ConsoleFormat console,
        @Setting(meaning = "write the log to the data directory; `false` needs `console`")
                boolean file,
        @Setting(
                        meaning =
                                "write [a list of requests](#list-of-requests) with the addresses"
                                        + " of clients besides")
                boolean access) {

    public LogOptions {
        Objects.requireNonNull(console, "console");
        if (!file && console == ConsoleFormat.NONE) {
            throw new IllegalArgumentException(
                    "selfsame.logs.file: false (expected: true, or selfsame.logs.console ecs,"
                            + " logstash or gelf)");
        }
    }
}
