package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A session of the server.
 *
 * @param id names it
 * @param correlationId as it was opened with
 * @param evidenceId as it was opened with
 * @param imageStorageEnabled whether its pictures are kept, null where the server does not say
 * @param created when it was opened
 * @param expires when it ends by itself
 */
public record Session(
        @JsonProperty(required = true) UUID id,
        @Nullable String correlationId,
        @Nullable String evidenceId,
        @Nullable Boolean imageStorageEnabled,
        @JsonProperty(required = true) Instant created,
        @JsonProperty(required = true) Instant expires) {

    /** Checks that what must be is there. */
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(expires, "expires");
    }
}
