package dev.selfsame.server.biosession;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A session with all that is in it.
 *
 * @param faces oldest first
 * @param matches those that were asked for before, in no order
 */
public record SessionContent(
        BioSession session, List<SessionFace> faces, List<SessionMatch> matches) {

    public SessionContent {
        Objects.requireNonNull(session, "session");
        faces = List.copyOf(faces);
        matches = List.copyOf(matches);
    }

    /** The face of this id. */
    public Optional<SessionFace> face(UUID id) {
        return faces.stream().filter(face -> face.id().equals(id)).findFirst();
    }
}
