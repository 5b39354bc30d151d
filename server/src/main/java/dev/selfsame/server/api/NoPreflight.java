package dev.selfsame.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A browser's question whether a page of another origin may call a route, made a plain OPTIONS: it
 * gets the methods of the route and no header that lets the page in, which means no. Spring's own
 * refusal would be plain text, and not for every path.
 */
final class NoPreflight extends HttpServletRequestWrapper {

    private NoPreflight(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest plain(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod()) ? new NoPreflight(request) : request;
    }

    @Override
    public @Nullable String getHeader(String name) {
        // why this one alone: without it Spring sees no preflight
        return HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD.equalsIgnoreCase(name)
                ? null
                : super.getHeader(name);
    }
}
