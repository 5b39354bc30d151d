package dev.selfsame.engine.matching;

import dev.selfsame.engine.template.FaceTemplate;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Face templates of one mode, searched exactly: every template is compared (1:N). Safe for any
 * number of threads. Searches run while others add, replace and remove, and wait for none of them
 * longer than the scan of one chunk; each template is seen as it was before a change or after it,
 * never in between, and what no one touches during a search is never missed. An id that is removed
 * and added again during a search may be met before and after; it stands in the answer once, which
 * may be one shorter for it.
 *
 * <p>Ids are 128 bits, so that the people of a store need no second numbering and ids of several
 * stores never meet. A person has one template here; one of another mode lies in another gallery.
 *
 * <p>A template takes its vector, rounded up to 64 bytes, and 20 bytes, and 5 to 11 more in the
 * index from id to place. Memory is not given back before the gallery is: places are used again.
 */
public final class FaceGallery {

    /**
     * Bytes of a chunk's vectors at most. Just below 1 MiB: the collector G1 gives an array of half
     * a region or more whole regions, which are 1, 2, 4... MiB.
     */
    private static final int CHUNK_BYTES = (1 << 20) - 64;

    private final String mode;
    private final int modeVersion;
    private final int length;
    private final FaceMatcher matcher;
    private final DotKernel kernel;
    private final GallerySlots slots;

    /**
     * An empty gallery.
     *
     * @param mode of all its templates
     * @param modeVersion of all its templates, 1..255
     * @param length of all vectors, 1..{@value FaceTemplate#MAX_LENGTH}
     * @param matcher of that mode
     */
    public FaceGallery(String mode, int modeVersion, int length, FaceMatcher matcher) {
        this(
                new FaceTemplate(mode, modeVersion, new byte[checkPositive("length", length)]),
                matcher,
                DotKernel.best(),
                CHUNK_BYTES / Probe.stride(length));
    }

    FaceGallery(FaceTemplate kind, FaceMatcher matcher, DotKernel kernel, int chunkCapacity) {
        mode = kind.mode();
        modeVersion = kind.modeVersion();
        length = kind.vector().length;
        this.matcher = Objects.requireNonNull(matcher, "matcher");
        this.kernel = kernel;
        slots = new GallerySlots(Probe.stride(length), chunkCapacity);
    }

    /**
     * Adds a template; the vector is copied.
     *
     * @return false, and nothing is changed, if the id is there already
     * @throws IncomparableTemplatesException if mode, version or length are not the gallery's
     */
    public boolean add(UUID id, FaceTemplate template) {
        Objects.requireNonNull(id, "id");
        return slots.add(id, vectorOf(template));
    }

    /**
     * Puts a template in the place of the one with this id; the vector is copied.
     *
     * @return false, and nothing is changed, if the id is not there
     * @throws IncomparableTemplatesException if mode, version or length are not the gallery's
     */
    public boolean replace(UUID id, FaceTemplate template) {
        Objects.requireNonNull(id, "id");
        return slots.replace(id, vectorOf(template));
    }

    /**
     * Removes a template and overwrites its memory.
     *
     * @return false if the id is not there
     */
    public boolean remove(UUID id) {
        return slots.remove(Objects.requireNonNull(id, "id"));
    }

    public boolean contains(UUID id) {
        return slots.contains(Objects.requireNonNull(id, "id"));
    }

    public int size() {
        return slots.size();
    }

    /** As {@link #search(FaceTemplate, int, int)} on the caller's thread alone. */
    public List<Candidate> search(FaceTemplate template, int limit) {
        return search(template, limit, 1);
    }

    /**
     * The templates most like this one, best first; of equally alike ones the smaller id first. The
     * order is that of the similarity, so it also holds where the FMR has reached its end.
     *
     * @param limit candidates at most, at least 1; fewer come where the gallery is smaller
     * @param threads that may compute, the caller's among them, at least 1; more than the CPU has
     *     cores make it slower
     * @throws IncomparableTemplatesException if mode, version or length are not the gallery's
     */
    public List<Candidate> search(FaceTemplate template, int limit, int threads) {
        int wanted = checkPositive("limit", limit);
        int allowed = checkPositive("threads", threads);
        Probe probe = Probe.of(vectorOf(template));
        return new GalleryScan(slots.chunks(), probe, matcher, kernel, wanted)
                .run(allowed).stream()
                        .map(hit -> new Candidate(hit.id(), matcher.fmr(hit.closeness())))
                        .toList();
    }

    /** Bytes of memory that the templates and their index take, free places among them. */
    public long bytes() {
        return slots.bytes();
    }

    /** For people: what a search computes with, such as {@code scalar}. */
    public String kernel() {
        return kernel.name();
    }

    private byte[] vectorOf(FaceTemplate template) {
        Objects.requireNonNull(template, "template");
        if (!template.mode().equals(mode)
                || template.modeVersion() != modeVersion
                || template.vector().length != length) {
            throw new IncomparableTemplatesException(
                    new FaceTemplate(mode, modeVersion, new byte[length]), template);
        }
        return template.vector();
    }

    private static int checkPositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
        return value;
    }
}
