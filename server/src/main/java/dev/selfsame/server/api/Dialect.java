package dev.selfsame.server.api;

import org.jspecify.annotations.Nullable;

/** How an API words what none of its routes answered. */
public interface Dialect {

    /** Whether a path, as the request has it, belongs to this API. */
    boolean covers(String path);

    /**
     * The body of an error, as JSON.
     *
     * @param status 400..599
     * @param requestId names the request in the log
     * @param message what to do about it, null where the server knows nothing
     */
    String error(int status, String requestId, @Nullable String message);
}
