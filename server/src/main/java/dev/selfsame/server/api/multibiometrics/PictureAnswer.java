package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Map;

/** A picture made of the one that was sent. Bytes are base64 on the wire. */
record PictureAnswer(@JsonProperty("Image") byte[] image) {

    /**
     * The whole answer.
     *
     * @param key name of the member that holds it
     */
    static Map<String, PictureAnswer> of(String key, byte[] image) {
        return Map.of(key, new PictureAnswer(image));
    }
}
