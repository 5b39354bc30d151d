package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import java.util.Map;

/** A picture in another format. Bytes are base64 on the wire. */
@JsonPropertyOrder({"Success", "Image"})
record WsqAnswer(@JsonProperty("Success") boolean success, @JsonProperty("Image") byte[] image) {

    /**
     * The whole answer.
     *
     * @param key name of the member that holds it
     */
    static Map<String, WsqAnswer> of(String key, byte[] image) {
        return Map.of(key, new WsqAnswer(true, image));
    }
}
