package dev.selfsame.server.portal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who can sign in.
 *
 * @param name 1..56 characters of a-z, 0-9 and . _ @ + -
 * @param role what it may do
 * @param tenantId whose data a user of the role {@code TENANT} sees, null for an administrator
 * @param password what its password is checked by
 * @param stamp drawn with the password; sessions begun with another one are over
 * @param created when it was made
 * @param totp whether it signs in with one-time codes as well
 */
public record PortalUser(
        String name,
        PortalRole role,
        @Nullable String tenantId,
        PasswordHash password,
        UUID stamp,
        Instant created,
        boolean totp) {

    // why no more than 56: "portal:" and the name fit the actor of an audit entry
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,55}");

    public PortalUser {
        checkName(name);
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(created, "created");
        if ((role == PortalRole.TENANT) != (tenantId != null)) {
            throw new IllegalArgumentException(
                    "tenant: expected for the role TENANT, and for no other");
        }
    }

    /**
     * Refuses what cannot be a user's name.
     *
     * @throws IllegalArgumentException in words for the person who typed it
     */
    public static void checkName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "name: expected 1..56 characters a-z, 0-9 and . _ @ + -, beginning with a"
                            + " letter or digit");
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(Objects.requireNonNull(name, "name")).matches();
    }

    /** Whether it may see what belongs to this tenant. */
    public boolean sees(String tenant) {
        return role == PortalRole.ADMINISTRATOR || tenant.equals(tenantId);
    }
}
