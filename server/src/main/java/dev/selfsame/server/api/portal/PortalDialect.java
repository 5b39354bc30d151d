package dev.selfsame.server.api.portal;

import dev.selfsame.server.api.Dialect;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;

/** Words what no route of the portal answered. */
final class PortalDialect implements Dialect {

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final JsonMapper json;

    PortalDialect(JsonMapper json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/portal") || path.startsWith("/portal/");
    }

    @Override
    public String error(int status, String requestId, @Nullable String message) {
        String text =
                status == UNSUPPORTED_MEDIA_TYPE
                        ? "the body must be JSON; send Content-Type: application/json"
                        : message;
        return json.writeValueAsString(
                new PortalError(status, text == null ? fault(requestId) : text));
    }

    /** What is said of a failure of the server itself. */
    static String fault(String requestId) {
        return "the server failed; try again, and if it stays so tell whoever runs it the number "
                + requestId;
    }
}
