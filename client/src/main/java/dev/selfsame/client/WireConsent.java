package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** A person with what is on record of their consent, as on the wire. */
record WireConsent(
        @JsonProperty(value = "CustomID", required = true) String customId,
        @JsonProperty("Consent") @Nullable Consent consent) {

    WireConsent {
        Objects.requireNonNull(customId, "customId");
    }
}
