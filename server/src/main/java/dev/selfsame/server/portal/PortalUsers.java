package dev.selfsame.server.portal;

import dev.selfsame.server.portal.PortalUserStore.Addition;
import dev.selfsame.server.portal.PortalUserStore.Removal;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes, changes and deletes users of the portal, whichever processes do so at once. */
public final class PortalUsers {

    /** Who can sign in after the first start. */
    public static final String FIRST = "admin";

    private final PortalUserStore store;
    private final Passwords passwords;
    private final Clock clock;

    public PortalUsers(PortalUserStore store, Passwords passwords, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.passwords = Objects.requireNonNull(passwords, "passwords");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Makes an administrator with a random password, where there is no user yet. */
    public Optional<NewPassword> createFirst() {
        if (!store.isEmpty()) {
            return Optional.empty();
        }
        String password = passwords.draw();
        PortalUser user = user(FIRST, PortalRole.ADMINISTRATOR, null, password);
        // why: another server on the same database may have been faster
        return store.add(user) == Addition.ADDED
                ? Optional.of(new NewPassword(FIRST, password))
                : Optional.empty();
    }

    /**
     * Makes a user with a random password.
     *
     * @param tenantId of a user of the role {@code TENANT}, else null
     * @throws IllegalArgumentException if the name cannot be one, or role and tenant do not go
     *     together
     * @throws Problem {@code CONFLICT} if the name is taken, {@code NOT_FOUND} if there is no such
     *     tenant
     */
    public NewPassword create(String name, PortalRole role, @Nullable String tenantId) {
        // why before it is hashed: that costs
        PortalUser.checkName(name);
        String password = passwords.draw();
        return switch (store.add(user(name, role, tenantId, password))) {
            case ADDED -> new NewPassword(name, password);
            case NAME_TAKEN ->
                    throw new Problem(
                            ProblemKind.CONFLICT,
                            "there is a user " + name + " already; choose another name");
            case NO_TENANT ->
                    throw new Problem(
                            ProblemKind.NOT_FOUND, "there is no such tenant; make it first");
        };
    }

    public List<PortalUser> list() {
        return store.list();
    }

    public Optional<PortalUser> find(String name) {
        return PortalUser.isName(name) ? store.find(name) : Optional.empty();
    }

    /**
     * Gives a user a random password, ends its sessions and its wait after failed sign-ins, and
     * switches its one-time codes off, as whoever lost one has often lost the other.
     */
    public Optional<NewPassword> reset(String name) {
        if (find(name).isEmpty()) {
            return Optional.empty();
        }
        String password = passwords.draw();
        return store.setPassword(name, passwords.hash(password), UUID.randomUUID(), true)
                ? Optional.of(new NewPassword(name, password))
                : Optional.empty();
    }

    /**
     * Gives a user the password that it chose, and ends its sessions.
     *
     * @throws IllegalArgumentException if it cannot be one, in words for who chose it
     */
    public void setPassword(PortalUser user, String chosen) {
        Passwords.check(chosen);
        if (chosen.toLowerCase(Locale.ROOT).contains(user.name()) && user.name().length() >= 4) {
            throw new IllegalArgumentException(
                    "the new password contains the user's name; choose another one");
        }
        store.setPassword(user.name(), passwords.hash(chosen), UUID.randomUUID(), false);
    }

    /** Deletes a user and ends its sessions. */
    public Removal delete(String name) {
        return PortalUser.isName(name) ? store.delete(name) : Removal.NO_USER;
    }

    private PortalUser user(
            String name, PortalRole role, @Nullable String tenantId, String password) {
        return new PortalUser(
                name,
                role,
                tenantId,
                passwords.hash(password),
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                false);
    }
}
