package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.LivenessWords;
import dev.selfsame.server.challenge.ReplayTerms;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * What a program needs to make a recording.
 *
 * @param certificates base64 of DER; recordings are encrypted to the first one
 * @param serverRandom base64 of 32 bytes that a recording repeats
 */
@JsonPropertyOrder({
    "id",
    "type",
    "securityLevel",
    "nbChallenge",
    "imageRetrievalDisabled",
    "seed",
    "certificates",
    "serverRandom"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record LivenessParameters(
        @JsonProperty("id") String id,
        @JsonProperty("type") String type,
        @JsonProperty("securityLevel") String securityLevel,
        @JsonProperty("nbChallenge") @Nullable Integer nbChallenge,
        @JsonProperty("imageRetrievalDisabled") boolean imageRetrievalDisabled,
        @JsonProperty("seed") int seed,
        @JsonProperty("certificates") List<String> certificates,
        @JsonProperty("serverRandom") String serverRandom) {

    LivenessParameters {
        certificates = List.copyOf(certificates);
    }

    static LivenessParameters of(Challenge challenge) {
        ReplayTerms replay = Objects.requireNonNull(challenge.replay(), "replay");
        Base64.Encoder base64 = Base64.getEncoder();
        boolean active = challenge.terms().mode() == LivenessMode.ACTIVE;
        return new LivenessParameters(
                replay.id(),
                LivenessWords.of(challenge.terms().mode()),
                challenge.terms().level().name(),
                active ? challenge.terms().challenges() : null,
                replay.imageRetrievalDisabled(),
                challenge.terms().seed(),
                List.of(base64.encodeToString(replay.key().certificate())),
                base64.encodeToString(replay.serverRandom()));
    }
}
