package dev.selfsame.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

/**
 * The body of an error of the APIs that word them so: an id that the log knows, and what to do
 * about it.
 */
@JsonPropertyOrder({"id", "message"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorObject(
        @JsonProperty("id") String id, @JsonProperty("message") @Nullable String message) {}
