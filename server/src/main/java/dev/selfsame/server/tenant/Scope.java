package dev.selfsame.server.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One thing that a key may allow. */
public enum Scope {
    /** Read, compare and age faces of pictures that come with the request; nothing is kept. */
    MATCH("match"),
    /** Read bio-sessions, their faces, pictures and matches. */
    SESSIONS_READ("sessions-read"),
    /** Open, fill and end bio-sessions. */
    SESSIONS_WRITE("sessions-write"),
    /** Ask for live captures; all that the server behind a capturing page needs to begin one. */
    CAPTURE("capture"),
    /** Read the server's metrics. */
    METRICS("metrics"),
    /** Verify people, compare templates and use the picture tools of the Multibiometrics API. */
    MULTIBIOMETRICS_READ("multibiometrics-read"),
    /** Enrol, update and delete people through the Multibiometrics API. */
    MULTIBIOMETRICS_WRITE("multibiometrics-write");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** The name that people and the store use. */
    public String id() {
        return id;
    }

    /**
     * What a word means that a person typed: one scope, or those that begin with it; may be none.
     */
    static List<Scope> typed(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.id.equals(word) || scope.id.startsWith(word + "-"))
                .toList();
    }

    static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst();
    }
}
