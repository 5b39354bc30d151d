package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/** Where keys to verify with come from. */
interface Keys {

    /**
     * The key of a name, null where there is none.
     *
     * @throws SelfsameException if that cannot be found out
     */
    @Nullable VerificationKey key(String kid);
}
