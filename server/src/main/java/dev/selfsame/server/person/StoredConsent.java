package dev.selfsame.server.person;

import dev.selfsame.server.vault.Sealed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * A record of consent as it is kept.
 *
 * @param sealed the record
 * @param ends {@link Consent#end} in clear, as it has to be searched for; null for never
 */
public record StoredConsent(Sealed sealed, @Nullable Instant ends) {

    public StoredConsent {
        Objects.requireNonNull(sealed, "sealed");
    }
}
