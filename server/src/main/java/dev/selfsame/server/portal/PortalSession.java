package dev.selfsame.server.portal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody's being signed in, from one sign-in to its end. Safe for any number of threads. */
public final class PortalSession {

    private final String userName;
    private final UUID stamp;
    private final String csrfToken;
    private final AtomicReference<@Nullable TotpSecret> offered = new AtomicReference<>();

    PortalSession(PortalUser user, String csrfToken) {
        this.userName = user.name();
        this.stamp = user.stamp();
        this.csrfToken = Objects.requireNonNull(csrfToken, "csrfToken");
    }

    public String userName() {
        return userName;
    }

    /** What every request that changes something repeats. */
    public String csrfToken() {
        return csrfToken;
    }

    /** Whether this is the token, found out in a time that says nothing. */
    public boolean isCsrfToken(@Nullable String text) {
        return text != null
                && MessageDigest.isEqual(
                        csrfToken.getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the user still has the password that it signed in with. */
    public boolean isOf(PortalUser user) {
        return userName.equals(user.name()) && stamp.equals(user.stamp());
    }

    /** Keeps a secret until a code shows that an app has it. */
    public void offer(TotpSecret secret) {
        offered.set(secret);
    }

    /** The last secret that was offered, null if none was. */
    public @Nullable TotpSecret offered() {
        return offered.get();
    }

    /** Forgets the secret. */
    public void withdrawOffer() {
        offered.set(null);
    }
}
