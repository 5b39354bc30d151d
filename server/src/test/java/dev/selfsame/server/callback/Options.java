package dev.selfsame.server.callback;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Options of call-backs for tests. */
final class Options {

    static final Duration LONG = Duration.ofSeconds(60);
    static final int ATTEMPTS = 3;

    private Options() {}

    /** As the server has them without settings. */
    static CallbackOptions defaults() {
        return of(List.of(), null, Duration.ofSeconds(15));
    }

    /** Those of a server that may call this machine. */
    static CallbackOptions local() {
        return of(List.of("127.0.0.1"), null, LONG);
    }

    static CallbackOptions of(List<String> networks, @Nullable String key, Duration timeout) {
        Duration connect =
                timeout.compareTo(Duration.ofSeconds(5)) < 0 ? timeout : timeout.dividedBy(3);
        return new CallbackOptions(
                networks,
                true,
                key,
                connect,
                timeout,
                ATTEMPTS,
                Duration.ofSeconds(1),
                Duration.ofMinutes(30),
                64,
                4);
    }
}
