package dev.selfsame.server.signing;

import java.util.List;
import java.util.Objects;

/** What the check of a signed answer brought. */
public sealed interface AnswerOutcome {

    /**
     * The signature is valid, and the answer is byte by byte what was signed.
     *
     * @param kid the key that signed
     */
    record AsSent(String kid) implements AnswerOutcome {

        public AsSent {
            Objects.requireNonNull(kid, "kid");
        }
    }

    /**
     * The signature is valid, and the answer says the same as what was signed, in other bytes:
     * white space, the order of members, the spelling of numbers or texts.
     *
     * @param kid the key that signed
     */
    record Reformatted(String kid) implements AnswerOutcome {

        public Reformatted {
            Objects.requireNonNull(kid, "kid");
        }
    }

    /**
     * Not to be trusted.
     *
     * @param sentence why; holds nothing of the answer
     * @param differences what the answer says otherwise than what was signed, where that can be
     *     told; at most {@value AnswerDifferences#MOST}
     */
    record Refused(String sentence, List<String> differences) implements AnswerOutcome {

        public Refused {
            Objects.requireNonNull(sentence, "sentence");
            differences = List.copyOf(differences);
        }
    }
}
