package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

/**
 * The body of every error of the portal.
 *
 * @param code the status
 * @param message what is wrong and what to do
 * @param totp true where a one-time code is missing or wrong, else left out
 */
@JsonPropertyOrder({"code", "message", "totp"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortalError(
        @JsonProperty("code") int code,
        @JsonProperty("message") String message,
        @JsonProperty("totp") @Nullable Boolean totp) {

    PortalError(int code, String message) {
        this(code, message, null);
    }
}
