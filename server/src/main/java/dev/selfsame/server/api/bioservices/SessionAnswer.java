package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.biosession.BioSession;

import org.jspecify.annotations.Nullable;

/** A session on the wire; the signature is added to its bytes, see {@link SignedJson}. */
@JsonPropertyOrder({
    "id",
    "correlationId",
    "evidenceId",
    "imageStorageEnabled",
    "created",
    "expires"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionAnswer(
        @JsonProperty("id") String id,
        @JsonProperty("correlationId") @Nullable String correlationId,
        @JsonProperty("evidenceId") @Nullable String evidenceId,
        @JsonProperty("imageStorageEnabled") boolean imageStorageEnabled,
        @JsonProperty("created") String created,
        @JsonProperty("expires") String expires) {

    static SessionAnswer of(BioSession session) {
        return new SessionAnswer(
                session.id().toString(),
                session.correlationId(),
                session.evidenceId(),
                session.imageStorageEnabled(),
                Timestamp.of(session.created()),
                Timestamp.of(session.expires()));
    }
}
