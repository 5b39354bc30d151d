package dev.selfsame.server.api.videoserver;

import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.server.biosession.NewSession;
import dev.selfsame.server.challenge.ChallengeTerms;
import dev.selfsame.server.challenge.LivenessWords;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * The body of {@code POST /video-server/init-liveness-session}, checked.
 *
 * @param session to be opened
 * @param terms of its challenge
 */
record InitForm(NewSession session, ChallengeTerms terms) {

    private static final int DEFAULT_CHALLENGES = 2;
    private static final int LONGEST_URL = 2048;
    private static final int OLDEST = 150;

    InitForm {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(terms, "terms");
    }

    /**
     * Reads the body.
     *
     * @param body an object, or an array of exactly one
     * @param callback checks an address to notify
     * @param seed what targets are to be drawn from
     */
    static InitForm parse(JsonValue body, Function<String, URI> callback, int seed) {
        JsonForm form = JsonForm.open("body", body);
        LivenessMode mode = LivenessWords.mode("livenessMode", form.text("livenessMode"));
        return new InitForm(session(form, callback), terms(form, mode, seed));
    }

    private static ChallengeTerms terms(JsonForm form, LivenessMode mode, int seed) {
        int challenges =
                form.integer("numberOfChallenge", 1, ChallengeTerms.MOST_CHALLENGES)
                        .orElse(DEFAULT_CHALLENGES);
        return new ChallengeTerms(
                mode,
                LivenessWords.level("securityLevel", form.text("securityLevel")),
                challenges,
                seed,
                form.integer("ageThreshold", 0, OLDEST).orElse(null));
    }

    private static NewSession session(JsonForm form, Function<String, URI> callback) {
        return new NewSession(
                form.text("correlationId"),
                form.text("evidenceId"),
                // why by default: clients fetch the best image without having asked for it
                !Boolean.FALSE.equals(form.flag("imageStorageEnabled")),
                form.integer("ttlSeconds", 1, Integer.MAX_VALUE)
                        .map(Duration::ofSeconds)
                        .orElse(null),
                url(form, callback));
    }

    private static @Nullable URI url(JsonForm form, Function<String, URI> callback) {
        String url = form.text("callbackURL", LONGEST_URL);
        return url == null ? null : callback.apply(url);
    }
}
