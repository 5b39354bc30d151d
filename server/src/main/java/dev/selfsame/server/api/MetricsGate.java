package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Objects;

/** Asks for a key before it shows metrics; they tell how busy a server is and with what. */
final class MetricsGate extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Access access;

    MetricsGate(Access access) {
        this.access = Objects.requireNonNull(access, "access");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            access.require(request, Scope.METRICS);
        } catch (Problem problem) {
            response.sendError(status(problem.kind()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static int status(ProblemKind kind) {
        return switch (kind) {
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case UNAUTHENTICATED,
                    INVALID_REQUEST,
                    UNUSABLE_PICTURE,
                    NOT_FOUND,
                    CONFLICT,
                    TOO_LARGE,
                    BUSY ->
                    HttpServletResponse.SC_UNAUTHORIZED;
        };
    }
}
