package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

/**
 * Where the server is, and how long to be patient with it.
 *
 * @param server its address, {@code http} or {@code https}, with the path that a proxy puts before
 *     its own, as in {@code https://example.org/biometrics}
 * @param apiKey goes into a header of every request but those for public keys; shown by no {@code
 *     toString} and in no exception
 * @param connectTimeout for a connection
 * @param requestTimeout for one attempt, from connecting to the last byte of the answer
 * @param retries when to try again
 * @param maxAnswerBytes larger answers are given up, 1 KiB or more
 * @param tls what to trust and how to identify oneself, null for the JDK's defaults
 */
public record ClientOptions(
        URI server,
        String apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        RetryRules retries,
        int maxAnswerBytes,
        @Nullable SSLContext tls) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;
    private static final int LEAST_ANSWER_BYTES = 1024;
    private static final int LONGEST_KEY = 4096;
    // why checked here: the JDK refuses other headers in a message that repeats them
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /** Checks all of them. */
    public ClientOptions {
        checkAddress(Objects.requireNonNull(server, "server"));
        Objects.requireNonNull(apiKey, "apiKey");
        if (apiKey.length() > LONGEST_KEY || !KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException(
                    "apiKey: not a key (expected: visible ASCII characters without blanks)");
        }
        checkPositive("connectTimeout", connectTimeout);
        checkPositive("requestTimeout", requestTimeout);
        Objects.requireNonNull(retries, "retries");
        if (maxAnswerBytes < LEAST_ANSWER_BYTES) {
            throw new IllegalArgumentException(
                    "maxAnswerBytes: " + maxAnswerBytes + " (expected: 1024 or more)");
        }
    }

    /** A server and a key, with 10 s to connect, 30 s an attempt, and answers up to 64 MiB. */
    public static ClientOptions of(URI server, String apiKey) {
        return new ClientOptions(
                server,
                apiKey,
                CONNECT_TIMEOUT,
                REQUEST_TIMEOUT,
                RetryRules.DEFAULT,
                MAX_ANSWER_BYTES,
                null);
    }

    /** The same with another time to connect. */
    public ClientOptions withConnectTimeout(Duration timeout) {
        return new ClientOptions(
                server, apiKey, timeout, requestTimeout, retries, maxAnswerBytes, tls);
    }

    /** The same with another time for each attempt. */
    public ClientOptions withRequestTimeout(Duration timeout) {
        return new ClientOptions(
                server, apiKey, connectTimeout, timeout, retries, maxAnswerBytes, tls);
    }

    /** The same with other rules for trying again. */
    public ClientOptions withRetries(RetryRules rules) {
        return new ClientOptions(
                server, apiKey, connectTimeout, requestTimeout, rules, maxAnswerBytes, tls);
    }

    /** The same with another limit for answers. */
    public ClientOptions withMaxAnswerBytes(int bytes) {
        return new ClientOptions(
                server, apiKey, connectTimeout, requestTimeout, retries, bytes, tls);
    }

    /** The same with other certificates to trust, for servers with one of their own. */
    public ClientOptions withTls(SSLContext context) {
        Objects.requireNonNull(context, "context");
        return new ClientOptions(
                server, apiKey, connectTimeout, requestTimeout, retries, maxAnswerBytes, context);
    }

    /** Where a path of the server is. */
    URI at(String path) {
        String base = server.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static void checkAddress(URI server) {
        boolean web =
                "http".equalsIgnoreCase(server.getScheme())
                        || "https".equalsIgnoreCase(server.getScheme());
        if (!web
                || server.getHost() == null
                || server.getRawUserInfo() != null
                || server.getRawQuery() != null
                || server.getRawFragment() != null) {
            // why not repeated: passwords and keys stand in addresses
            throw new IllegalArgumentException(
                    "server: not usable (expected: http or https, a host, perhaps a port and a"
                            + " path, and nothing else)");
        }
    }

    private static void checkPositive(String name, Duration duration) {
        if (!Objects.requireNonNull(duration, name).isPositive()) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: more than 0)");
        }
    }

    @Override
    public String toString() {
        return "ClientOptions[server=" + server + ", retries=" + retries + "]";
    }
}
