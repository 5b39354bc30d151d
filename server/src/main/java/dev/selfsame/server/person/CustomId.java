package dev.selfsame.server.person;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.util.Objects;

/**
 * The name that a client gives a person, unique in its tenant. Often the number of an identity
 * document: never logged, and sealed where it is stored.
 *
 * @param value 1..{@value #MAX_LENGTH} characters without controls, not blank
 */
public record CustomId(String value) {

    /** Longest name. */
    public static final int MAX_LENGTH = 256;

    public CustomId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || value.chars().anyMatch(Character::isISOControl)
                || hasLoneSurrogate(value)) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "CustomID: expected 1.."
                            + MAX_LENGTH
                            + " characters without line breaks and other controls");
        }
    }

    // why: UTF-8 writes every one of them as a question mark, so that two names would be one
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c <= Character.MAX_VALUE && isSurrogate(c));
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.isSurrogate((char) codePoint);
    }

    /** Leaves the name out, so that no log can show it. */
    @Override
    public String toString() {
        return "CustomId[" + value.length() + " characters]";
    }
}
