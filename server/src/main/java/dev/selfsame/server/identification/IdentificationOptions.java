package dev.selfsame.server.identification;

/**
 * How people are searched.
 *
 * @param preload load every tenant's faces at the start, rather than at its first search
 * @param threads that one search may use, 1..64
 * @param fingerHeapShare share of the largest heap that all galleries of fingers may take, 0..0.8;
 *     0 for no search by fingers
 */
public record IdentificationOptions(boolean preload, int threads, double fingerHeapShare) {

    public IdentificationOptions {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    "selfsame.identification.threads: " + threads + " (expected: 1..64)");
        }
        if (!(fingerHeapShare >= 0 && fingerHeapShare <= 0.8)) {
            throw new IllegalArgumentException(
                    "selfsame.identification.finger-heap-share: "
                            + fingerHeapShare
                            + " (expected: 0..0.8)");
        }
    }

    long fingerBytes() {
        return (long) (Runtime.getRuntime().maxMemory() * fingerHeapShare);
    }
}
