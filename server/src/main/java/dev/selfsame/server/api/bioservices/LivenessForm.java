package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.challenge.ChallengeTerms;
import dev.selfsame.server.challenge.LivenessWords;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;

import java.util.Objects;
import java.util.UUID;

/**
 * The body of {@code POST init-liveness-parameters}, checked.
 *
 * @param id of the replay, any text; made where none was sent
 */
record LivenessForm(String id, ChallengeTerms terms, boolean imageRetrievalDisabled) {

    private static final int DEFAULT_CHALLENGES = 2;

    LivenessForm {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(terms, "terms");
    }

    /**
     * Reads the body.
     *
     * @param body an object, or an array of exactly one
     * @param seed what targets are to be drawn from
     */
    static LivenessForm parse(JsonValue body, int seed) {
        JsonForm form = JsonForm.open("body", body);
        ChallengeTerms terms =
                new ChallengeTerms(
                        LivenessWords.mode("type", form.text("type")),
                        LivenessWords.level("securityLevel", form.text("securityLevel")),
                        form.integer("nbChallenge", 1, ChallengeTerms.MOST_CHALLENGES)
                                .orElse(DEFAULT_CHALLENGES),
                        seed,
                        null);
        return new LivenessForm(
                id(form), terms, !Boolean.FALSE.equals(form.flag("imageRetrievalDisabled")));
    }

    private static String id(JsonForm form) {
        String id = form.text("id");
        return id == null ? UUID.randomUUID().toString() : id;
    }
}
