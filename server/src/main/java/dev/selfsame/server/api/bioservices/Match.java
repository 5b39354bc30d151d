package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

/**
 * Two faces compared; the signature is added to its bytes, see {@link SignedJson}.
 *
 * @param score {@code 2500 - 500 * log10(falseAcceptanceRate)}
 * @param falseAcceptanceRate per cent, 1e-15..100
 * @param expires for matches of sessions alone
 */
@JsonPropertyOrder({
    "reference",
    "candidate",
    "score",
    "falseAcceptanceRate",
    "correlationId",
    "evidenceId",
    "created",
    "expires"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Match(
        @JsonProperty("reference") Face reference,
        @JsonProperty("candidate") Face candidate,
        @JsonProperty("score") double score,
        @JsonProperty("falseAcceptanceRate") double falseAcceptanceRate,
        @JsonProperty("correlationId") @Nullable String correlationId,
        @JsonProperty("evidenceId") @Nullable String evidenceId,
        @JsonProperty("created") String created,
        @JsonProperty("expires") @Nullable String expires) {}
