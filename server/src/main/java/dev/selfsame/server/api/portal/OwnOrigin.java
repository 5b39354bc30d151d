package dev.selfsame.server.api.portal;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.net.URI;
import java.util.Locale;

/** Whether a request comes from a page of this server, as far as its browser says. */
final class OwnOrigin {

    private OwnOrigin() {}

    /** True where nothing is said, as programs do that are no browsers. */
    static boolean isOf(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin == null || (host != null && isSame(origin, host));
    }

    // why without the scheme: behind a proxy that ends TLS the server does not know it
    private static boolean isSame(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            String scheme = uri.getScheme();
            String authority = uri.getRawAuthority();
            if (scheme == null || authority == null) {
                return false;
            }
            String usual = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
            return without(usual, authority).equals(without(usual, host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String without(String port, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
