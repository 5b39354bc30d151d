package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.person.Consent;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * The object {@code Consent} of a person. Unlike elsewhere, a member of unknown name is refused: a
 * withdrawal that was misspelt must not be overlooked.
 */
final class ConsentForm {

    private static final int LONGEST_TIME = 40;
    private static final Set<String> KNOWN =
            Set.of(
                    "Purpose",
                    "LegalBasis",
                    "TextVersion",
                    "TextSha256",
                    "GivenAt",
                    "ExpiresAt",
                    "WithdrawnAt");

    private ConsentForm() {}

    /** What was sent; null where nothing was. */
    static @Nullable Consent ofNullable(JsonValue sent) {
        return sent.isEmpty() ? null : of(sent);
    }

    /** What was sent. */
    static Consent of(JsonValue sent) {
        if (!(sent instanceof Members members)) {
            throw Envelope.invalid("Consent is no object");
        }
        if (!KNOWN.containsAll(members.byName().keySet())) {
            throw Envelope.invalid("Consent has a member of unknown name");
        }
        Envelope consent = new Envelope(members);
        return new Consent(
                needed("Purpose", consent.word("Purpose").orElse(null)),
                needed("LegalBasis", consent.word("LegalBasis").orElse(null)),
                consent.word("TextVersion").orElse(null),
                consent.word("TextSha256").orElse(null),
                needed("GivenAt", time("GivenAt", consent.word("GivenAt").orElse(null))),
                time("ExpiresAt", consent.word("ExpiresAt").orElse(null)),
                time("WithdrawnAt", consent.word("WithdrawnAt").orElse(null)));
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw Envelope.invalid(name + " of Consent is missing");
        }
        return value;
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= LONGEST_TIME) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Envelope.invalid(name + " of Consent is no time with an offset");
    }
}
