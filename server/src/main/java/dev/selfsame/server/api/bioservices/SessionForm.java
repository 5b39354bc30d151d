package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.biosession.NewSession;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/** The body of {@code POST /v2/bio-sessions}, checked. */
final class SessionForm {

    private static final int LONGEST_URL = 2048;
    // why not the server's own limit: that one has a message of its own
    private static final int LONGEST_SECONDS = Integer.MAX_VALUE;

    private SessionForm() {}

    /**
     * Reads the body.
     *
     * @param body an object, an array of exactly one, or nothing
     * @param callback checks an address to notify
     */
    static NewSession parse(JsonValue body, Function<String, URI> callback) {
        JsonForm form =
                body instanceof JsonValue.Nothing ? JsonForm.empty() : JsonForm.open("body", body);
        return new NewSession(
                form.text("correlationId"),
                form.text("evidenceId"),
                Boolean.TRUE.equals(form.flag("imageStorageEnabled")),
                timeToLive(form),
                url(form, callback));
    }

    private static @Nullable Duration timeToLive(JsonForm form) {
        return form.integer("ttlSeconds", 1, LONGEST_SECONDS).map(Duration::ofSeconds).orElse(null);
    }

    private static @Nullable URI url(JsonForm form, Function<String, URI> callback) {
        String url = form.text("callbackURL", LONGEST_URL);
        return url == null ? null : callback.apply(url);
    }
}
