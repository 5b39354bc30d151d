package dev.selfsame.server.api;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Locale;
import java.util.Optional;

/**
 * Where clients put their key: the header {@code apikey}, else {@code Authorization}, with or
 * without {@code Bearer}.
 */
final class PresentedKey {

    private static final String BEARER = "bearer ";

    private PresentedKey() {}

    static Optional<String> of(HttpServletRequest request) {
        return header(request, "apikey")
                .or(() -> header(request, "Authorization").map(PresentedKey::withoutScheme));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String withoutScheme(String value) {
        return value.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? value.substring(BEARER.length()).strip()
                : value;
    }
}
