package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Somebody whom the server knows.
 *
 * @param customId the caller's name
 * @param clientId the server's name
 * @param bioPassId a number, as text
 */
public record EnrolledPerson(
        @JsonProperty(value = "CustomID", required = true) String customId,
        @JsonProperty("ClientID") @Nullable String clientId,
        @JsonProperty("BioPassID") @Nullable String bioPassId) {

    /** Checks that there is a name. */
    public EnrolledPerson {
        Objects.requireNonNull(customId, "customId");
    }
}
