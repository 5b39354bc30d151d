package dev.selfsame.server.callback;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where notifications may go, and how hard it is tried.
 *
 * @param allowedNetworks networks as in {@code 10.1.0.0/16} or {@code fd00::/8}, or single
 *     addresses, that may be called although they are not public; mostly none
 * @param allowHttp whether receivers may do without TLS
 * @param hmacKey 32..512 printable ASCII characters, null for no signature
 * @param connectTimeout for each address of a receiver, 100 ms..60 s
 * @param timeout for one attempt as a whole, not less than that and at most 5 min
 * @param attempts in all, 1..20
 * @param firstWait longest wait after the first attempt; each further one is 4 times as long, 10
 *     ms..1 h
 * @param longestWait where that ends, not less than the first, at most 1 day
 * @param parallel attempts at the same time in all, 1..1024
 * @param parallelPerTenant of one tenant, at most as many; one receiver gets half of them
 */
public record CallbackOptions(
        @Setting(
                        meaning =
                                "networks that may be called although they are not public, by every"
                                        + " tenant",
                        range = "such as `10.1.0.0/16`, `fd00::/8`, `127.0.0.1`")
                List<String> allowedNetworks,
        @Setting(meaning = "call receivers without TLS; else their URLs are refused")
                boolean allowHttp,
        @Setting(
                        meaning =
                                "signs each call; better as `SELFSAME_CALLBACK_HMACKEY`; never"
                                        + " printed or logged",
                        range = "32..512 printable ASCII characters, no blanks")
                @Nullable String hmacKey,
        @Setting(meaning = "for the connection to each address of a receiver", range = "100ms..60s")
                Duration connectTimeout,
        @Setting(meaning = "for one attempt as a whole", range = "connect-timeout..5m")
                Duration timeout,
        @Setting(
                        meaning = "attempts in all, the first included",
                        range = "1..20",
                        unit = "attempts")
                int attempts,
        @Setting(
                        meaning =
                                "longest wait after the first failure; each further one is up to 4"
                                        + " times as long",
                        range = "10ms..1h")
                Duration firstWait,
        @Setting(meaning = "where that ends", range = "first-wait..1d") Duration longestWait,
        @Setting(
                        meaning = "attempts at the same time in all, of each process",
                        range = "1..1024",
                        unit = "attempts")
                int parallel,
        @Setting(
                        meaning = "of one tenant; one receiver of a tenant gets half of them",
                        range = "1..parallel",
                        unit = "attempts")
                int parallelPerTenant) {

    private static final String PREFIX = "selfsame.callback.";

    public CallbackOptions {
        allowedNetworks =
                allowedNetworks.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
        allowedNetworks.forEach(CallbackOptions::checkNetwork);
        checkKey(hmacKey);
        check("connect-timeout", connectTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
        check("timeout", timeout, connectTimeout, Duration.ofMinutes(5));
        check("attempts", attempts, 20);
        check("first-wait", firstWait, Duration.ofMillis(10), Duration.ofHours(1));
        check("longest-wait", longestWait, firstWait, Duration.ofDays(1));
        check("parallel", parallel, 1024);
        check("parallel-per-tenant", parallelPerTenant, parallel);
    }

    int parallelPerPlace() {
        return Math.max(1, parallelPerTenant / 2);
    }

    /** How long a claim lasts: longer than an attempt can, also where clocks differ a little. */
    Duration lease() {
        return timeout.multipliedBy(2).plusSeconds(30);
    }

    private static void checkNetwork(String network) {
        try {
            Network.parse(network);
        } catch (IllegalArgumentException e) {
            // why without the cause: whoever started the server is shown the innermost message
            throw new IllegalArgumentException(
                    PREFIX
                            + "allowed-networks: "
                            + e.getMessage()
                            + " (expected: such as 10.1.0.0/16)");
        }
    }

    // why the key is never repeated: it is a secret also where it is too short
    private static void checkKey(@Nullable String key) {
        if (key != null
                && (key.length() < 32
                        || key.length() > 512
                        || key.chars().anyMatch(it -> it <= ' ' || it >= 0x7F))) {
            throw new IllegalArgumentException(
                    PREFIX
                            + "hmac-key: unusable (expected: 32..512 printable ASCII characters"
                            + " without blanks)");
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    PREFIX + name + ": " + value + " (expected: 1.." + most + ")");
        }
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }

    /** Leaves the key out, so that no log can show it. */
    @Override
    public String toString() {
        return "CallbackOptions[allowedNetworks="
                + allowedNetworks
                + ", allowHttp="
                + allowHttp
                + ", hmacKey="
                + (hmacKey == null ? "none" : "given")
                + ", attempts="
                + attempts
                + "]";
    }
}
