package dev.selfsame.server.trial;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the server said to a call of the Biometric Services API.
 *
 * @param headers by their names in lower case, as far as they matter
 * @param beganNanos when the call began
 */
record Reply(String call, int status, Map<String, String> headers, String body, long beganNanos) {

    private static final Pattern ERROR =
            Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"(,\"message\":\"[^\"]{1,200}\")?}");
    private static final Pattern SECONDS = Pattern.compile("[1-9]|[1-5][0-9]|60");
    private static final Pattern INSIDE =
            Pattern.compile("(?i)exception|lettuce|redis|dev[./]selfsame|127\\.0\\.0\\.1");

    Reply {
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    boolean isBusy() {
        return status == 429;
    }

    /** Whether it says that the server could not do what was asked, which may be done or not. */
    boolean isFault() {
        return status == 500 || status == 503;
    }

    /** The path of what was made. */
    String location() {
        return "/bioserver-app" + headers.get("location");
    }

    /** How long whoever was refused is to stay away. */
    long retryAfterSeconds() {
        return Long.parseLong(headers.getOrDefault("retry-after", "1"));
    }

    /** What is wrong with it: any status but these three, or an error that is none of the API. */
    Optional<String> fault() {
        boolean clean =
                isDone()
                        || (isBusy()
                                && isError()
                                && isSeconds(headers.getOrDefault("retry-after", "")))
                        || (isFault() && isError());
        return clean ? Optional.empty() : Optional.of(toString());
    }

    private boolean isError() {
        var error = ERROR.matcher(body);
        return error.matches()
                && error.group(1).equals(headers.get("x-request-id"))
                && !INSIDE.matcher(body).find();
    }

    private static boolean isSeconds(String text) {
        return SECONDS.matcher(text).matches();
    }
}
