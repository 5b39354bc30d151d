package dev.selfsame.server.api.multibiometrics;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Values of the query. why not the container's: it would read JSON as well, where the request calls
 * it a form.
 */
final class QueryText {

    private QueryText() {}

    /** The first value of this name that says something. */
    static Optional<String> value(@Nullable String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
                return decoded(pair.substring(equals + 1)).filter(value -> !value.isBlank());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
