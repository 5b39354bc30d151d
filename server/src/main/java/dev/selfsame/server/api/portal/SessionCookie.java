package dev.selfsame.server.api.portal;

import dev.selfsame.server.portal.PortalOptions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie that holds the id of a session. Scripts cannot read it, pages of other sites cannot
 * have it sent, and it goes nowhere but to the portal.
 */
final class SessionCookie {

    static final String NAME = "selfsame-portal";

    private static final String PATH = "/portal";

    private final PortalOptions options;

    SessionCookie(PortalOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /** The id that a request brings. */
    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        List<String> ids =
                Stream.of(cookies == null ? new Cookie[0] : cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .toList();
        // why not the first of several: another server of the domain may have planted one
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    void give(String id, HttpServletRequest request, HttpServletResponse response) {
        // why without an age: it ends with the browser, and the server ends the session anyway
        set(cookie(id, request), response);
    }

    void takeAway(HttpServletRequest request, HttpServletResponse response) {
        set(cookie("", request).maxAge(Duration.ZERO), response);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String id, HttpServletRequest request) {
        return ResponseCookie.from(NAME, id)
                .path(PATH)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(options.secureCookie() || request.isSecure());
    }

    private static void set(
            ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
