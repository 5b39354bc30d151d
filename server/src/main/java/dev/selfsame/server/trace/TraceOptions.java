package dev.selfsame.server.trace;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Where traces go.
 *
 * @param endpoint where a collector takes OTLP over HTTP, null for no traces
 * @param authorization value of the header of that name that the collector asks for, null for none
 * @param sample share of the requests that are traced unless their sender has decided, 0..1
 */
public record TraceOptions(
        @Setting(
                        meaning =
                                "where a collector takes [traces](operations.md#traces), such as"
                                        + " `http://127.0.0.1:4318/v1/traces`; without it there are"
                                        + " none",
                        range = "`http://` or `https://`, without a user")
                @Nullable URI endpoint,
        @Setting(
                        meaning =
                                "value of the header `Authorization` that the collector asks for;"
                                        + " never printed or logged. Give it as"
                                        + " `SELFSAME_TRACES_AUTHORIZATION` or [a"
                                        + " file](deployment.md#secrets)",
                        range = "printable ASCII")
                @Nullable String authorization,
        @Setting(
                        meaning =
                                "share of the requests that are traced, where a request does not"
                                        + " say itself (`traceparent`)",
                        range = "0..1")
                double sample) {

    /** No traces. */
    public static final TraceOptions NONE = new TraceOptions(null, null, 1);

    private static final int MAX_LENGTH = 2000;

    // why neither value is ever repeated: both may hold a secret
    public TraceOptions {
        if (endpoint != null && !isAddress(endpoint)) {
            throw new IllegalArgumentException(
                    "selfsame.traces.endpoint: not an address without a user (expected: such as"
                            + " http://127.0.0.1:4318/v1/traces)");
        }
        if (authorization != null && !isHeader(authorization)) {
            throw new IllegalArgumentException(
                    "selfsame.traces.authorization: not a header (expected: printable ASCII)");
        }
        if (authorization != null && endpoint == null) {
            throw new IllegalArgumentException(
                    "selfsame.traces.endpoint: missing, although there is an authorization"
                            + " (expected: an address)");
        }
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException(
                    "selfsame.traces.sample: " + sample + " (expected: 0..1)");
        }
    }

    private static boolean isAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null;
    }

    private static boolean isHeader(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(it -> it >= ' ' && it <= '~');
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "TraceOptions[" + (endpoint == null ? "off" : "on") + "]";
    }
}
