package dev.selfsame.server.biosession;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A session with its faces.
 *
 * @param faces oldest first
 */
public record SessionContent(BioSession session, List<SessionFace> faces) {

    public SessionContent {
        Objects.requireNonNull(session, "session");
        faces = List.copyOf(faces);
    }

    /** The face of this id. */
    public Optional<SessionFace> face(UUID id) {
        return faces.stream().filter(face -> face.id().equals(id)).findFirst();
    }

    /** Whether the picture of a face is kept. */
    boolean hasPictures() {
        return faces.stream().anyMatch(face -> face.image() != null);
    }
}
