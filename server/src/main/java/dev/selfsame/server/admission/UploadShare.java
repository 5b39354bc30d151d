package dev.selfsame.server.admission;

/**
 * How much memory bodies may hold.
 *
 * @param bytes in all, at least 1
 */
public record UploadShare(long bytes) {

    public UploadShare {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes: " + bytes + " (expected: >= 1)");
        }
    }

    /** A share of the largest heap this process may have, 0.01..0.8. */
    public static UploadShare ofHeap(double share) {
        if (!(share >= 0.01 && share <= 0.8)) {
            throw new IllegalArgumentException(
                    "selfsame.uploads.heap-share: " + share + " (expected: 0.01..0.8)");
        }
        return new UploadShare((long) (Runtime.getRuntime().maxMemory() * share));
    }
}
