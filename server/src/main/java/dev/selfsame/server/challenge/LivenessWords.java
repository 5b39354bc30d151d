package dev.selfsame.server.challenge;

import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.SecurityLevel;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The words that clients have for modes and levels, those of older releases too. */
public final class LivenessWords {

    private static final String MODES =
            "LIVENESS_PASSIVE, LIVENESS_PASSIVE_VIDEO or LIVENESS_ACTIVE";

    private LivenessWords() {}

    /**
     * A mode.
     *
     * @param name of the member it was sent in
     * @throws Problem {@code INVALID_REQUEST} if it is missing, unknown or offered no longer
     */
    public static LivenessMode mode(String name, @Nullable String word) {
        if (word == null) {
            throw invalid(name + ": missing (expected: " + MODES + ")");
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "LIVENESS_PASSIVE" -> LivenessMode.PASSIVE;
            case "LIVENESS_PASSIVE_VIDEO" -> LivenessMode.PASSIVE_VIDEO;
            case "LIVENESS_ACTIVE", "LIVENESS_HIGH" -> LivenessMode.ACTIVE;
            case "NO_LIVENESS", "LIVENESS_MEDIUM" ->
                    throw invalid(name + ": offered no longer (expected: " + MODES + ")");
            default -> throw invalid(name + ": unknown (expected: " + MODES + ")");
        };
    }

    /** The word that is current for a mode. */
    public static String of(LivenessMode mode) {
        return switch (mode) {
            case PASSIVE -> "LIVENESS_PASSIVE";
            case PASSIVE_VIDEO -> "LIVENESS_PASSIVE_VIDEO";
            case ACTIVE -> "LIVENESS_ACTIVE";
        };
    }

    /**
     * A level, {@code HIGH} where none was sent.
     *
     * @throws Problem {@code INVALID_REQUEST} if it is unknown
     */
    public static SecurityLevel level(String name, @Nullable String word) {
        if (word == null) {
            return SecurityLevel.HIGH;
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "LOW", "VERY_LOW" -> SecurityLevel.LOW;
            case "MEDIUM" -> SecurityLevel.MEDIUM;
            case "HIGH",
                    "VERY_HIGH",
                    "VERY_HIGH2",
                    "VERY_HIGH3",
                    "VERY_HIGH4",
                    "VERY_HIGH5",
                    "VERY_HIGH6",
                    "VERY_HIGH7",
                    "VERY_HIGH8" ->
                    SecurityLevel.HIGH;
            default -> throw invalid(name + ": unknown (expected: LOW, MEDIUM or HIGH)");
        };
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
