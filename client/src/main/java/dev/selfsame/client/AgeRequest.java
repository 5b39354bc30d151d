package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to ask about an age.
 *
 * @param threshold years, 0..150
 * @param imageType SELFIE or VIDEO_FRAME, null for the server's default, SELFIE
 * @param imageRotationEnabled whether to look for faces that lie on a side or stand on their head;
 *     null for the server's default, which is not to
 * @param signatureDisabled whether the answer may go without a signature
 * @param correlationId a name of the caller's, up to 256 characters
 * @param evidenceId another one
 */
public record AgeRequest(
        BigDecimal threshold,
        @Nullable ImageType imageType,
        @Nullable Boolean imageRotationEnabled,
        boolean signatureDisabled,
        @Nullable String correlationId,
        @Nullable String evidenceId) {

    /** Checks that there is a threshold. */
    public AgeRequest {
        Objects.requireNonNull(threshold, "threshold");
    }

    /** Whether somebody is at least so many years old. */
    public static AgeRequest atLeast(int years) {
        return new AgeRequest(BigDecimal.valueOf(years), null, null, false, null, null);
    }

    /** The same for pictures that may lie on a side or stand on their head. */
    public AgeRequest withRotation() {
        return new AgeRequest(
                threshold, imageType, true, signatureDisabled, correlationId, evidenceId);
    }

    /** The same without a signature. */
    public AgeRequest withoutSignature() {
        return new AgeRequest(
                threshold, imageType, imageRotationEnabled, true, correlationId, evidenceId);
    }

    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("threshold", threshold);
        WireJson.put(wire, "imageType", imageType == null ? null : imageType.name());
        WireJson.put(wire, "imageRotationEnabled", imageRotationEnabled);
        if (signatureDisabled) {
            wire.put("signatureDisabled", true);
        }
        return wire;
    }
}
