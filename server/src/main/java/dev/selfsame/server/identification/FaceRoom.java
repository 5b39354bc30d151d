package dev.selfsame.server.identification;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.matching.FaceGallery;
import dev.selfsame.engine.template.FaceTemplate;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One tenant's faces of the current mode; those of other modes cannot be compared with what is read
 * now. Changed by one thread at a time; searched by any.
 */
final class FaceRoom {

    private final Engine engine;
    private volatile @Nullable FaceGallery gallery;

    FaceRoom(Engine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    void put(UUID id, FaceTemplate face) {
        if (!face.mode().equals(engine.currentMode())) {
            remove(id);
            return;
        }
        FaceGallery faces = gallery;
        if (faces == null) {
            faces = engine.emptyGallery(face);
            gallery = faces;
        }
        if (!faces.replace(id, face)) {
            faces.add(id, face);
        }
    }

    void remove(UUID id) {
        FaceGallery faces = gallery;
        if (faces != null) {
            faces.remove(id);
        }
    }

    List<Candidate> search(FaceTemplate probe, int limit, int threads) {
        FaceGallery faces = gallery;
        return faces == null ? List.of() : faces.search(probe, limit, threads);
    }

    int size() {
        FaceGallery faces = gallery;
        return faces == null ? 0 : faces.size();
    }

    long bytes() {
        FaceGallery faces = gallery;
        return faces == null ? 0 : faces.bytes();
    }
}
