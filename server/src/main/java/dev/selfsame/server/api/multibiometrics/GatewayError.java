package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

/**
 * An error that does not come from an operation but from what stands before it, in the words of the
 * gateway that clients of the contract know.
 *
 * @param activityId names the request in the log, where only that helps
 */
@JsonPropertyOrder({"statusCode", "message", "activityId"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayError(
        @JsonProperty("statusCode") int statusCode,
        @JsonProperty("message") String message,
        @JsonProperty("activityId") @Nullable String activityId) {

    static final String KEY_MISSING =
            "Access denied due to missing subscription key. Make sure to include subscription key"
                    + " when making requests to an API.";
    static final String KEY_INVALID =
            "Access denied due to invalid subscription key. Make sure to provide a valid key for an"
                    + " active subscription.";
    static final String CHALLENGE =
            "AzureApiManagementKey realm=\"selfsame\",name=\""
                    + GatewayRequest.HEADER
                    + "\","
                    + "type=\"header\"";

    static GatewayError of(int statusCode, String message) {
        return new GatewayError(statusCode, message, null);
    }

    /** A fault of the server. */
    static GatewayError fault(String requestId) {
        return new GatewayError(500, "Internal server error", requestId);
    }
}
