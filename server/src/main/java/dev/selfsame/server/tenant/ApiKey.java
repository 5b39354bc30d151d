package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a key, without its secret.
 *
 * @param id names the key; part of the key's text and no secret
 * @param tenantId whose it is
 * @param name what people call it, up to 100 characters, on one line
 * @param scopes what it allows
 * @param created when it was made
 * @param expires from when it is not accepted, null if it does not end by itself
 * @param lastUsed when it was last used, to the minute, null if never
 * @param revoked since when it is not accepted, null if it is
 */
public record ApiKey(
        String id,
        String tenantId,
        String name,
        Scopes scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(created, "created");
        if (name.isBlank()
                || name.length() > 100
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name: expected 1..100 characters without line breaks and other controls");
        }
    }

    /** Whether it is accepted at this time. */
    public boolean isValidAt(Instant time) {
        return revoked == null && (expires == null || time.isBefore(expires));
    }
}
