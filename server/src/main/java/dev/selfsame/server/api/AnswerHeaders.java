package dev.selfsame.server.api;

import jakarta.servlet.http.HttpServletResponse;

/** Headers of every answer: nothing is cached, guessed at, framed or run by a browser. */
final class AnswerHeaders {

    private AnswerHeaders() {}

    static void add(HttpServletResponse response, String requestId) {
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!response.containsHeader("Access-Control-Allow-Origin")) {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
    }
}
