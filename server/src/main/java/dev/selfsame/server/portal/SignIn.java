package dev.selfsame.server.portal;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out whether somebody is who they say. Whoever fails often waits, by name and by the address
 * that the requests come from; a name that nobody has costs the same work and leads to the same
 * waits. Safe for any number of threads.
 */
public final class SignIn {

    private static final int FAILURES_OF_A_NAME = 5;

    /** More, as many people may share one address. */
    private static final int FAILURES_OF_AN_ADDRESS = 100;

    private final PortalUserStore store;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final AuditTrail audit;
    private final Failures users;
    // why apart: whoever invents names must not push failures of real ones out of memory
    private final Failures strangers;
    private final Failures addresses;

    /** What came of it. */
    public sealed interface Outcome {
        /** It is this user. */
        record SignedIn(PortalUser user) implements Outcome {}

        /** Name or password are wrong. */
        record Wrong() implements Outcome {}

        /**
         * Name and password are right, and a one-time code is needed.
         *
         * @param given whether there was one, which is wrong or was used before
         */
        record CodeNeeded(boolean given) implements Outcome {}
    }

    public SignIn(
            PortalUserStore store,
            Passwords passwords,
            OneTimeCodes codes,
            AuditTrail audit,
            Clock clock) {
        this(store, passwords, codes, audit, clock, FAILURES_OF_AN_ADDRESS);
    }

    SignIn(
            PortalUserStore store,
            Passwords passwords,
            OneTimeCodes codes,
            AuditTrail audit,
            Clock clock,
            int failuresOfAnAddress) {
        this.store = Objects.requireNonNull(store, "store");
        this.passwords = Objects.requireNonNull(passwords, "passwords");
        this.codes = Objects.requireNonNull(codes, "codes");
        this.audit = Objects.requireNonNull(audit, "audit");
        users = new Failures(FAILURES_OF_A_NAME, clock);
        strangers = new Failures(FAILURES_OF_A_NAME, clock);
        addresses = new Failures(failuresOfAnAddress, clock);
    }

    /**
     * Signs in.
     *
     * @param name as it was typed
     * @param code a one-time code, null if none was given
     * @param address where the request came from
     * @throws Problem {@code BUSY} if whoever asks has to wait
     */
    public Outcome signIn(String name, String password, @Nullable String code, String address) {
        String id = name.strip().toLowerCase(Locale.ROOT);
        Optional<PortalUser> user = PortalUser.isName(id) ? store.find(id) : Optional.empty();
        Attempt attempt =
                user.map(found -> new Attempt(users, key(found), address))
                        .orElseGet(() -> new Attempt(strangers, id, address));
        attempt.begin();
        boolean right;
        try {
            PasswordHash hash = user.map(PortalUser::password).orElseGet(passwords::nobodys);
            right = passwords.isSame(password, hash);
        } catch (Problem busy) {
            attempt.takeBack();
            throw busy;
        }
        if (user.isEmpty() || !right) {
            user.ifPresent(this::noteLock);
            return new Outcome.Wrong();
        }
        return withCode(user.get(), code, attempt);
    }

    private Outcome withCode(PortalUser user, @Nullable String code, Attempt attempt) {
        if (user.totp() && code == null) {
            attempt.takeBack();
            return new Outcome.CodeNeeded(false);
        }
        if (user.totp() && !codes.take(user.name(), Objects.requireNonNull(code))) {
            noteLock(user);
            return new Outcome.CodeNeeded(true);
        }
        attempt.succeeded();
        note(user, "portal.sign-in", AuditOutcome.DONE);
        return new Outcome.SignedIn(user);
    }

    /**
     * Whether this is the password of somebody who is signed in; failures count as those of a
     * sign-in, so that whoever finds an open session cannot try passwords.
     *
     * @throws Problem {@code BUSY} as {@link #signIn}
     */
    public boolean isPassword(PortalUser user, String password, String address) {
        Attempt attempt = new Attempt(users, key(user), address);
        attempt.begin();
        boolean right;
        try {
            right = passwords.isSame(password, user.password());
        } catch (Problem busy) {
            attempt.takeBack();
            throw busy;
        }
        if (right) {
            attempt.succeeded();
        } else {
            noteLock(user);
        }
        return right;
    }

    /** Whether a user has to wait after failed sign-ins. */
    public boolean isLocked(PortalUser user) {
        return users.isBlocked(key(user));
    }

    // why the stamp: a new password by whatever process ends the wait
    private static String key(PortalUser user) {
        return user.name() + " " + user.stamp();
    }

    private void noteLock(PortalUser user) {
        if (isLocked(user)) {
            note(user, "portal.lock-out", AuditOutcome.REFUSED);
        }
    }

    private void note(PortalUser user, String action, AuditOutcome outcome) {
        String tenant = user.tenantId() == null ? AuditEntry.NONE : user.tenantId();
        audit.record(tenant, "portal:" + user.name(), action, user.name(), outcome);
    }

    /** One attempt, counted for its name and its address. */
    private final class Attempt {

        private final Failures names;
        private final String name;
        private final String address;

        private Attempt(Failures names, String name, String address) {
            this.names = names;
            this.name = name;
            this.address = address;
        }

        private void begin() {
            addresses.begin(address).ifPresent(Attempt::refuse);
            Optional<Duration> wait = names.begin(name);
            if (wait.isPresent()) {
                addresses.takeBack(address);
                refuse(wait.get());
            }
        }

        private void takeBack() {
            names.takeBack(name);
            addresses.takeBack(address);
        }

        private void succeeded() {
            names.clear(name);
            // why not all of them: who has one password must not go on trying others' for ever
            addresses.takeBack(address);
        }

        private static void refuse(Duration wait) {
            throw Problem.tooManyAttempts(wait);
        }
    }
}
