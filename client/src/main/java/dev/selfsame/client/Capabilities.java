package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.Objects;

/**
 * What the server is.
 *
 * @param version of the server
 * @param currentMode modes that it reads faces in; templates of different modes cannot be compared
 */
public record Capabilities(
        @JsonProperty(required = true) String version,
        @JsonProperty(required = true) List<String> currentMode) {

    /** Checks that both are there, and copies. */
    public Capabilities {
        Objects.requireNonNull(version, "version");
        currentMode = List.copyOf(currentMode);
    }
}
