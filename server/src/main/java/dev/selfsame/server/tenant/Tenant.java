package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One customer of this server; no tenant sees what belongs to another.
 *
 * @param id 1..64 characters of a-z, 0-9 and -
 * @param name what people call it, up to 100 characters on one line, null if nothing
 * @param rules how its samples are compared
 * @param created when it was made
 */
public record Tenant(String id, @Nullable String name, MatchingRules rules, Instant created) {

    /** The tenant that the first start makes. */
    public static final String DEFAULT_ID = "default";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Tenant {
        checkId(id);
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(created, "created");
        if (name != null
                && (name.isBlank()
                        || name.length() > 100
                        || name.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "name: expected 1..100 characters without line breaks and other controls");
        }
    }

    /** A tenant without a name that is compared as the server does by itself. */
    public Tenant(String id, Instant created) {
        this(id, null, MatchingRules.SERVER, created);
    }

    /**
     * Refuses what cannot be a tenant's id.
     *
     * @throws IllegalArgumentException in words for the person who typed it
     */
    public static void checkId(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("tenant: " + id + " (expected: " + ID + ")");
        }
    }

    /** Whether a tenant can have this id. */
    public static boolean isId(String id) {
        return ID.matcher(Objects.requireNonNull(id, "id")).matches();
    }

    /** What to throw at whoever wants the id of a tenant that was deleted. */
    public static IllegalArgumentException retired(String id) {
        return new IllegalArgumentException(
                "tenant: " + id + " was deleted; no id is given twice, so choose another one");
    }
}
