package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * What a recording has to show, and to whom it is encrypted.
 *
 * @param id names the recording
 * @param type what the person does
 * @param securityLevel how many attacks are to be found
 * @param nbChallenge targets that the head turns to, null where it turns to none
 * @param imageRetrievalDisabled whether the best image stays out of the status
 * @param seed what the targets are drawn from
 * @param certificates base64 of DER; the recording is encrypted to the first
 * @param serverRandom base64, repeated in the recording
 */
public record LivenessParameters(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) LivenessMode type,
        @JsonProperty(required = true) SecurityLevel securityLevel,
        @Nullable Integer nbChallenge,
        @Nullable Boolean imageRetrievalDisabled,
        @JsonProperty(required = true) int seed,
        @JsonProperty(required = true) List<String> certificates,
        @JsonProperty(required = true) String serverRandom) {

    /** Checks that what must be is there. */
    public LivenessParameters {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(securityLevel, "securityLevel");
        Objects.requireNonNull(serverRandom, "serverRandom");
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("certificates: none (expected: at least 1)");
        }
    }

    /** Where the head is to turn to, one after the other; none unless {@code LIVENESS_ACTIVE}. */
    public List<HeadTarget> targets() {
        return type == LivenessMode.LIVENESS_ACTIVE && nbChallenge != null
                ? HeadTarget.drawn(seed, nbChallenge)
                : List.of();
    }

    // why: whoever knows the random can send a recording
    @Override
    public String toString() {
        return "LivenessParameters[" + type + ", " + securityLevel + "]";
    }
}
