package dev.selfsame.server.biosession;

import java.util.Objects;

/**
 * A session in a list.
 *
 * @param faces how many are in it
 */
public record OpenSession(BioSession session, int faces) {

    public OpenSession {
        Objects.requireNonNull(session, "session");
    }
}
