package dev.selfsame.server.api.multibiometrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What browsers are told about pages of other origins (the Fetch standard, 3.3). No cookie opens
 * anything here, so letting in every origin gives nothing to a page that has no key.
 */
final class CrossOrigin {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String USUAL_HEADERS = GatewayRequest.HEADER + ", Content-Type";
    // RFC 9110, 5.6.2: names of headers, separated by commas
    private static final Pattern NAMES = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z, -]{1,1000}");
    private static final String MAX_AGE_SECONDS = "7200";

    private final List<String> origins;

    CrossOrigin(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Lets the page read the answer, if it may. */
    void allow(HttpServletRequest request, HttpServletResponse response) {
        String allowed = allowed(request.getHeader("Origin"));
        if (!origins.contains("*")) {
            response.setHeader("Vary", "Origin");
        }
        if (allowed != null) {
            response.setHeader("Access-Control-Allow-Origin", allowed);
            response.setHeader("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    /** A browser's question before it sends the request proper; it brings no key. */
    boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && allowed(request.getHeader("Origin")) != null;
    }

    /** Answers that question. */
    void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getHeader("Access-Control-Request-Headers");
        boolean plain = asked != null && NAMES.matcher(asked).matches();
        response.setHeader("Access-Control-Allow-Headers", plain ? asked : USUAL_HEADERS);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origins.contains("*")) {
            return "*";
        }
        return origin != null && origins.contains(origin) ? origin : null;
    }
}
