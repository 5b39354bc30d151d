package dev.selfsame.server.identification;

import dev.selfsame.engine.finger.FingerGallery;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One tenant's fingers, up to the memory that there is. Changed by one thread at a time; searched
 * by any.
 */
final class FingerRoom {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final FingerGallery gallery;
    private final FingerMemory memory;
    private final Map<UUID, Long> storedBytes = new HashMap<>();
    private final Map<UUID, Long> leftOut = new ConcurrentHashMap<>();
    private volatile boolean cleared;

    FingerRoom(FingerGallery gallery, FingerMemory memory) {
        this.gallery = Objects.requireNonNull(gallery, "gallery");
        this.memory = Objects.requireNonNull(memory, "memory");
    }

    /**
     * What can be searched.
     *
     * @throws Problem {@code UNAVAILABLE} if somebody did not fit: a search that leaves people out
     *     would lie; {@code BUSY} while it is read anew
     */
    FingerGallery searchable() {
        if (cleared) {
            throw Problem.busy(MOMENT);
        }
        if (!leftOut.isEmpty()) {
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
            leftOut.put(id, bytes);
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
        leftOut.remove(id);
        Long bytes = storedBytes.remove(id);
        if (bytes != null) {
            gallery.remove(id);
            memory.giveBack(bytes);
        }
    }

    /** Whether reading everybody anew would help: the room was cleared, or all would fit by now. */
    boolean wantsReading() {
        return cleared
                || (!leftOut.isEmpty()
                        && memory.fits(leftOut.values().stream().mapToLong(Long::longValue).sum()));
    }

    /** Gives the memory back; nothing is searched here any more. */
    void clear() {
        cleared = true;
        storedBytes.values().forEach(memory::giveBack);
        storedBytes.clear();
    }
}
