package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import java.util.List;

/** What this server is and the modes it makes faces in. */
@JsonPropertyOrder({"version", "currentMode"})
record Capabilities(
        @JsonProperty("version") String version,
        @JsonProperty("currentMode") List<String> currentMode) {

    Capabilities {
        currentMode = List.copyOf(currentMode);
    }
}
