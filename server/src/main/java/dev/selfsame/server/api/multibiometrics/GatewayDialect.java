package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Dialect;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;
import java.util.regex.Pattern;

/** Words what no route answered as the gateway does. */
final class GatewayDialect implements Dialect {

    // why not below the portal: tenants can be called quality, and its paths hold their ids
    private static final Pattern PATH =
            Pattern.compile("(?!/portal/).*/(multibiometrics|quality)(/[^/]*)?/?");

    private final JsonMapper json;

    GatewayDialect(JsonMapper json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    /** Whether a path may be one of this API, below any other path. */
    static boolean isOurs(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public boolean covers(String path) {
        return isOurs(path);
    }

    @Override
    public String error(int status, String requestId, @Nullable String message) {
        return json.writeValueAsString(
                message == null
                        ? new GatewayError(status, "Request failed", requestId)
                        : GatewayError.of(status, message));
    }
}
