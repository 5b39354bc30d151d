package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. What cannot be one is as unknown as one that never was. */
public final class WireId {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private WireId() {}

    /**
     * The id of a session.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    public static UUID session(String text) {
        return parse(text)
                .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "Session not found"));
    }

    /** The id of a face; where there is none, one that no face has. */
    public static UUID face(String text) {
        // why no refusal here: of a session that is not there the session is to be missed first
        return parse(text).orElse(new UUID(0, 0));
    }

    /** The id of a receipt; where there is none, one that no receipt has. */
    public static UUID receipt(String text) {
        return parse(text).orElse(new UUID(0, 0));
    }

    private static Optional<UUID> parse(String text) {
        // why not the JDK alone: it takes shorter groups and fills them up
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
