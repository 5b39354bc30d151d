package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/**
 * Reads errors: {@code {id, message}} of the one API, {@code {statusCode, message, activityId}},
 * plain text or {@code {Success, Message}} of the other, and whatever a proxy says.
 */
final class ErrorAnswer {

    private static final int LONGEST = 500;

    private ErrorAnswer() {}

    /**
     * What to throw for an answer that is no success.
     *
     * @param apiKey taken out of what the answer says, as there are servers that repeat requests
     */
    static SelfsameException of(Answer answer, String apiKey) {
        @Nullable String id = answer.header("X-Request-Id").orElse(null);
        @Nullable String detail = null;
        String type = answer.header("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            JsonNode error = WireJson.tree(answer.body());
            if (error != null) {
                detail = first(error, "message", "Message");
                String named = first(error, "id", "activityId");
                id = named == null ? id : named;
            }
        } else if (type.startsWith("text/plain")) {
            detail = new String(answer.body(), StandardCharsets.UTF_8);
        }
        return SelfsameException.refused(
                answer.status(), printable(id, apiKey), printable(detail, apiKey));
    }

    /** What to throw for a success that says in its body that it is none. */
    static SelfsameException inside(Answer answer, JsonNode error, String apiKey) {
        return SelfsameException.refused(
                answer.status(),
                printable(answer.header("X-Request-Id").orElse(null), apiKey),
                printable(first(error, "Message"), apiKey));
    }

    private static @Nullable String first(JsonNode error, String... names) {
        for (String name : names) {
            JsonNode value = error.get(name);
            if (value != null && value.isString()) {
                return value.stringValue();
            }
        }
        return null;
    }

    // why: it ends up in logs
    private static @Nullable String printable(@Nullable String text, String apiKey) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String safe = text.replace(apiKey, "***").replaceAll("\\p{Cntrl}", " ").strip();
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe;
    }
}
