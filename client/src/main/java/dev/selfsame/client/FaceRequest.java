package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to read a face.
 *
 * @param friendlyName a name for people, up to 256 characters, repeated in answers
 * @param imageRotationEnabled whether to look for faces that lie on a side or stand on their head;
 *     null for the server's default, which is not to
 * @param signatureDisabled whether the answer may go without a signature; for faces without a
 *     session alone
 */
public record FaceRequest(
        @Nullable String friendlyName,
        @Nullable Boolean imageRotationEnabled,
        boolean signatureDisabled) {

    /** Nothing that the server does not do by itself. */
    public static final FaceRequest PLAIN = new FaceRequest(null, null, false);

    /** The same with a name for people. */
    public FaceRequest withFriendlyName(String name) {
        return new FaceRequest(name, imageRotationEnabled, signatureDisabled);
    }

    /** The same for pictures that may lie on a side or stand on their head. */
    public FaceRequest withRotation() {
        return new FaceRequest(friendlyName, true, signatureDisabled);
    }

    /** The same without a signature. */
    public FaceRequest withoutSignature() {
        return new FaceRequest(friendlyName, imageRotationEnabled, true);
    }

    Map<String, Object> wire(ImageType type) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("imageType", type.name());
        WireJson.put(wire, "friendlyName", friendlyName);
        WireJson.put(wire, "imageRotationEnabled", imageRotationEnabled);
        if (signatureDisabled) {
            wire.put("signatureDisabled", true);
        }
        return wire;
    }
}
