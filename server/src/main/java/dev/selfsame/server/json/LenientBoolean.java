package dev.selfsame.server.json;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Clients send booleans as text in several spellings. */
public final class LenientBoolean {

    private LenientBoolean() {}

    /**
     * Null where nothing or {@code null} was sent.
     *
     * @param part names it in the error
     * @throws Problem {@code INVALID_REQUEST}
     */
    public static @Nullable Boolean parse(String part, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case "", "null" -> null;
            default ->
                    throw new Problem(
                            ProblemKind.INVALID_REQUEST,
                            part + ": not a boolean (expected: true or false)");
        };
    }
}
