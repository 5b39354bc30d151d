package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Whether a face was there in person; input that cannot be judged is an answer as well. */
@JsonPropertyOrder({"Success", "result", "spoof"})
record LivenessAnswer(
        @JsonProperty("Success") boolean success,
        @JsonProperty("result") String result,
        @JsonProperty("spoof") boolean spoof) {

    static LivenessAnswer judged(boolean spoof) {
        return new LivenessAnswer(true, "Ok", spoof);
    }

    static LivenessAnswer failed(String result) {
        return new LivenessAnswer(false, result, false);
    }
}
