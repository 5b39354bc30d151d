package dev.selfsame.server.callback;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * A notification that is still to be delivered.
 *
 * @param id random, of this notification
 * @param tenantId whose session it is
 * @param sessionId what it tells
 * @param target where to, as {@link CallbackTargets} let it pass
 * @param attempts how many were begun; whoever claims the next one changes it, so it also tells
 *     whether a claim is still one's own
 * @param due when to try next, or until when somebody else may still be at it
 */
public record Callback(
        UUID id, String tenantId, UUID sessionId, URI target, int attempts, Instant due) {

    static final int MAX_TARGET_LENGTH = 2048;

    public Callback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(due, "due");
        if (target.getHost() == null || target.toString().length() > MAX_TARGET_LENGTH) {
            throw new IllegalArgumentException("target: expected one that CallbackTargets checked");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 0)");
        }
    }

    /**
     * Scheme, host and port: what a receiver's failures are counted for and what a log may name.
     * The rest of the target can hold secrets of the receiver.
     */
    public String place() {
        String port = target.getPort() < 0 ? "" : ":" + target.getPort();
        return (target.getScheme() + "://" + target.getHost() + port).toLowerCase(Locale.ROOT);
    }

    Callback claimed(Instant until) {
        return new Callback(id, tenantId, sessionId, target, attempts + 1, until);
    }
}
