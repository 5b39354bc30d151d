package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** An error of the contract as JSON. */
@JsonPropertyOrder({"Success", "Message"})
record RefusalJson(
        @JsonProperty("Success") boolean success, @JsonProperty("Message") String message) {}
