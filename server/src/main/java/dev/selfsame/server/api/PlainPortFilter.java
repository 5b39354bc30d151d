package dev.selfsame.server.api;

import dev.selfsame.server.connection.Ports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Objects;

/**
 * What the port without TLS is for: health, which probes ask for without a certificate, and telling
 * browsers where to go. Anything else is refused and not redirected: a program that sends its key
 * in clear must not seem to work.
 */
final class PlainPortFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String HEALTH = "/actuator/health";
    private static final int PERMANENT_REDIRECT = 308;
    private static final int MISDIRECTED = 421;
    private static final int HTTPS = 443;

    private final transient Ports ports;

    PlainPortFilter(Ports ports) {
        this.ports = Objects.requireNonNull(ports, "ports");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (request.isSecure() || path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            chain.doFilter(request, response);
        } else if (isBrowser(request)) {
            response.setStatus(PERMANENT_REDIRECT);
            response.setHeader("Location", secure(request));
        } else {
            response.sendError(MISDIRECTED);
        }
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html");
    }

    private String secure(HttpServletRequest request) {
        int port = ports.main();
        String query = request.getQueryString();
        return "https://"
                + request.getServerName()
                + (port == HTTPS ? "" : ":" + port)
                + request.getRequestURI()
                + (query == null ? "" : "?" + query);
    }
}
