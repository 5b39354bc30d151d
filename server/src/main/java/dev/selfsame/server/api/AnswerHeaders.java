package dev.selfsame.server.api;

import dev.selfsame.server.tls.TlsOptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

/** Headers of every answer: nothing is cached, guessed at, framed or run by a browser. */
final class AnswerHeaders {

    private final @Nullable String transport;

    AnswerHeaders(TlsOptions tls) {
        long seconds = tls.hsts().toSeconds();
        transport = tls.enabled() && seconds > 0 ? "max-age=" + seconds : null;
    }

    void add(HttpServletRequest request, HttpServletResponse response, String requestId) {
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        // why only there: browsers ignore it over plain HTTP, where anybody could have said it
        if (transport != null && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", transport);
        }
        if (!response.containsHeader("Access-Control-Allow-Origin")) {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
    }
}
