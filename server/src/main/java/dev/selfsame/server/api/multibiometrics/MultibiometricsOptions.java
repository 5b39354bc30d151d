package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.setting.Setting;

import java.util.List;

/**
 * Choices that the contract leaves open.
 *
 * @param stateSuccess add {@code "Success":true} to successful answers
 * @param listUnsentFingers list fingers that were not sent among those that did not match
 * @param jsonErrors send errors as JSON to clients that accept nothing else
 * @param allowedOrigins origins whose pages may call from a browser, {@code *} for all of them;
 *     none where it is empty
 */
public record MultibiometricsOptions(
        @Setting(meaning = "add `\"Success\":true` to successful answers") boolean stateSuccess,
        @Setting(meaning = "list fingers that were not sent among those that did not match")
                boolean listUnsentFingers,
        @Setting(meaning = "send errors as JSON to clients that accept nothing else")
                boolean jsonErrors,
        @Setting(
                        meaning = "pages that may call from a browser; empty for none",
                        range = "`*`, or origins such as `https://shop.example`")
                List<String> allowedOrigins) {

    public MultibiometricsOptions {
        allowedOrigins =
                allowedOrigins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
        for (String origin : allowedOrigins) {
            if (!origin.equals("*") && !origin.matches("[a-z][a-z0-9+.-]*://[^/\\s]+")) {
                throw new IllegalArgumentException(
                        "selfsame.multibiometrics.allowed-origins: "
                                + origin
                                + " (expected: * or origins such as https://shop.example)");
            }
        }
    }
}
