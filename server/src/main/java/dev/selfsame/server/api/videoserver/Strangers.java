package dev.selfsame.server.api.videoserver;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Headers of what pages of other origins may load: scripts, and measurements of the network. Pages
 * that are isolated (Cross-Origin-Embedder-Policy) load nothing without them.
 */
final class Strangers {

    private Strangers() {}

    static void allow(HttpServletResponse response) {
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Timing-Allow-Origin", "*");
    }
}
