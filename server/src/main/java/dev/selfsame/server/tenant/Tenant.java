package dev.selfsame.server.tenant;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One customer of this server; no tenant sees what belongs to another.
 *
 * @param id 1..64 characters of a-z, 0-9 and -
 * @param created when it was made
 */
public record Tenant(String id, Instant created) {

    /** The tenant that the first start makes. */
    public static final String DEFAULT_ID = "default";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Tenant {
        Objects.requireNonNull(created, "created");
        if (!ID.matcher(Objects.requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException("tenant: " + id + " (expected: " + ID + ")");
        }
    }
}
