package dev.selfsame.server.signing;

import java.util.Objects;

/** What the check of a signature brought. */
public sealed interface SignatureOutcome {

    /**
     * One of the keys signed exactly these bytes. Shares its array.
     *
     * @param payload the signed bytes
     * @param kid the key that signed
     */
    record Valid(byte[] payload, String kid) implements SignatureOutcome {

        public Valid {
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(kid, "kid");
        }
    }

    /**
     * None did, as far as can be told.
     *
     * @param reason the kind of fault
     * @param sentence the same for people; holds nothing of what was checked
     */
    record Refused(Reason reason, String sentence) implements SignatureOutcome {

        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** Why a signature is refused. */
    enum Reason {
        /** It is no JWS as this server makes them. */
        NOT_A_JWS,
        /** No key of its name and algorithm is known. */
        UNKNOWN_KEY,
        /** Signature, header or payload are not as they were signed. */
        ALTERED
    }
}
