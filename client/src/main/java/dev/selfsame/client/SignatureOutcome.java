package dev.selfsame.client;

import java.util.Objects;

/** What came of looking at an answer's signature. */
public sealed interface SignatureOutcome {

    /**
     * The owner of the key signed exactly this text.
     *
     * @param kid names the key
     */
    record Genuine(String kid) implements SignatureOutcome {

        /** Checks that there is a name. */
        public Genuine {
            Objects.requireNonNull(kid, "kid");
        }
    }

    /**
     * Nothing is known of who made the text.
     *
     * @param reason which case it is
     * @param sentence for people
     */
    record Refused(Reason reason, String sentence) implements SignatureOutcome {

        /** Checks that all is there. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** Why a signature proves nothing. */
    enum Reason {
        /** There is none at the end of the text. */
        UNSIGNED,
        /** It is no JWS of a kind that is understood here. */
        MALFORMED,
        /** The server knows no key of this name; it may be somebody else's, or too old. */
        UNKNOWN_KEY,
        /** It is over something else. */
        ALTERED,
        /** The key did not make it. */
        FORGED
    }
}
