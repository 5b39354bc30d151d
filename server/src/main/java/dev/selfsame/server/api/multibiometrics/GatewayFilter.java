package dev.selfsame.server.api.multibiometrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Objects;

/** Stands before the routes of this API as the original's gateway does. */
final class GatewayFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient CrossOrigin crossOrigin;

    GatewayFilter(CrossOrigin crossOrigin) {
        this.crossOrigin = Objects.requireNonNull(crossOrigin, "crossOrigin");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // why both: routes are found by the path as it is decoded, without its parameters
        if (!GatewayDialect.isOurs(request.getRequestURI())
                || !GatewayDialect.isOurs(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        crossOrigin.allow(request, response);
        if (request.getHeader("Origin") != null && crossOrigin.isPreflight(request)) {
            crossOrigin.answerPreflight(request, response);
        } else {
            chain.doFilter(new GatewayRequest(request), response);
        }
    }
}
