package dev.selfsame.server.portal;

import dev.selfsame.server.vault.Vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;

/** One-time codes of users; their secrets are kept sealed by the master key. */
public final class OneTimeCodes {

    /** What names of sealed secrets begin with; the name of the user follows. */
    public static final String PLACE = "portal-totp:";

    private final PortalUserStore store;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public OneTimeCodes(PortalUserStore store, Vault vault, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.vault = Objects.requireNonNull(vault, "vault");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A secret for an app; in force once {@linkplain #switchOn a code of it} was given. */
    public TotpSecret draw(String user) {
        byte[] bytes = new byte[Totp.SECRET_BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(user, bytes);
    }

    /** Asks for codes of this secret from now on; false if the code is wrong. */
    public boolean switchOn(TotpSecret secret, String code) {
        OptionalLong step = Totp.step(secret.bytes(), code, clock.instant());
        return step.isPresent()
                && store.addTotp(
                        secret.user(),
                        vault.sealKey(PLACE + secret.user(), secret.bytes()),
                        step.getAsLong());
    }

    /** Asks for codes no more; false if they were not on. */
    public boolean switchOff(String user) {
        return store.dropTotp(user);
    }

    /** Takes a code, each once. */
    boolean take(String user, String code) {
        OptionalLong step =
                store.totp(user)
                        .map(kept -> Totp.step(vault.openKey(kept), code, clock.instant()))
                        .orElse(OptionalLong.empty());
        return step.isPresent() && store.useStep(user, step.getAsLong());
    }
}
