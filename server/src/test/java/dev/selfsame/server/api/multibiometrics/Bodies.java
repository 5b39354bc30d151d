package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;

import java.util.Base64;
import java.util.UUID;

/** Bodies of requests as the contract writes them. */
final class Bodies {

    static final String ANNA = base64(Faces.anna());
    static final String ANNA_AGAIN = base64(Faces.annaAgain());
    static final String BERTA = base64(Faces.berta());
    static final String GROUP = base64(Faces.group());
    static final String NOBODY = base64(Faces.nobody());
    static final String FINGER = base64(Fingers.png(7));
    static final String FINGER_AGAIN = base64(Fingers.turned(7, "png"));
    static final String OTHER_FINGER = base64(Fingers.png(8));

    private Bodies() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A name that no other test uses. */
    static String freshId() {
        return "test-" + UUID.randomUUID();
    }

    static String face(String customId, String picture) {
        return person(customId, "\"Face\":[{\"Face-1\":\"" + picture + "\"}]");
    }

    static String finger(String customId, String name, String picture) {
        return person(customId, "\"Fingers\":[{\"" + name + "\":\"" + picture + "\"}]");
    }

    static String person(String customId, String rest) {
        return "{\"Person\":{\"CustomID\":\"" + customId + "\"," + rest + "}}";
    }

    static String nameOnly(String customId) {
        return "{\"Person\":{\"CustomID\":\"" + customId + "\"}}";
    }

    static String check(String picture) {
        return "{\"Check\":{\"Image\":\"" + picture + "\"}}";
    }

    static String extract(String type, String format, String picture) {
        return "{\"Extract\":{\"Type\":\"%s\",\"Format\":\"%s\",\"Artifact\":\"%s\"}}"
                .formatted(type, format, picture);
    }

    static String match(String type, String format, String first, String second) {
        return ("{\"Match\":{\"Type\":\"%s\",\"Format\":\"%s\",\"Artifact_A\":\"%s\","
                        + "\"Artifact_B\":\"%s\"}}")
                .formatted(type, format, first, second);
    }
}
