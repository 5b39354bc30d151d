package dev.selfsame.server.identification;

import dev.selfsame.engine.finger.FingerGallery;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One tenant's fingers, up to the memory that there is. Changed by one thread at a time; searched
 * by any.
 */
final class FingerRoom {

    private final FingerGallery gallery;
    private final FingerMemory memory;
    private final Map<UUID, Long> storedBytes = new HashMap<>();
    private volatile boolean full;

    FingerRoom(FingerGallery gallery, FingerMemory memory) {
        this.gallery = Objects.requireNonNull(gallery, "gallery");
        this.memory = Objects.requireNonNull(memory, "memory");
    }

    /**
     * What can be searched.
     *
     * @throws Problem {@code UNAVAILABLE} if somebody did not fit: a search that leaves people out
     *     would lie
     */
    FingerGallery searchable() {
        if (full) {
            throw new Problem(
                    ProblemKind.UNAVAILABLE,
                    "this tenant has more fingers than this server has memory for; search by face,"
                            + " or give it a larger heap or selfsame.identification"
                            + ".finger-heap-share");
        }
        return gallery;
    }

    void put(UUID id, Map<Integer, FingerTemplate> fingers) {
        remove(id);
        long bytes = fingers.values().stream().mapToLong(f -> f.minutiae().length).sum();
        if (fingers.isEmpty()) {
            return;
        }
        if (!memory.take(bytes)) {
            full = true;
            return;
        }
        try {
            gallery.add(id, fingers);
            storedBytes.put(id, bytes);
        } catch (BrokenTemplateException e) {
            memory.giveBack(bytes);
            throw e;
        }
    }

    void remove(UUID id) {
        Long bytes = storedBytes.remove(id);
        if (bytes != null) {
            gallery.remove(id);
            memory.giveBack(bytes);
        }
    }

    /** Gives the memory back; the room is used no more. */
    void clear() {
        storedBytes.values().forEach(memory::giveBack);
        storedBytes.clear();
    }
}
