package dev.selfsame.server.portal;

import dev.selfsame.server.vault.ServerKey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where users of the portal are kept. */
public interface PortalUserStore {

    /** Adds a user, without one-time codes. */
    Addition add(PortalUser user);

    Optional<PortalUser> find(String name);

    /** All of them, by name. */
    List<PortalUser> list();

    /** True where there is no user. */
    boolean isEmpty();

    /**
     * Gives a user another password.
     *
     * @param dropTotp whether its one-time codes end as well
     * @return false if there is no such user
     */
    boolean setPassword(String name, PasswordHash password, UUID stamp, boolean dropTotp);

    /** Deletes a user, unless it is the last administrator. */
    Removal delete(String name);

    /**
     * Switches one-time codes on.
     *
     * @param secret sealed
     * @param lastStep the time step whose code has been used
     * @return false if there is no such user, or they are on already
     */
    boolean addTotp(String name, ServerKey secret, long lastStep);

    /** The sealed secret of a user with one-time codes. */
    Optional<ServerKey> totp(String name);

    /** Marks the code of a time step as used; false if it, or one of a later step, was before. */
    boolean useStep(String name, long step);

    /** Switches one-time codes off; false if they were not on. */
    boolean dropTotp(String name);

    /** What came of adding a user. */
    enum Addition {
        ADDED,
        NAME_TAKEN,
        NO_TENANT
    }

    /** What came of deleting a user. */
    enum Removal {
        DELETED,
        NO_USER,
        LAST_ADMINISTRATOR
    }
}
