package dev.selfsame.server.identification;

import dev.selfsame.server.setting.Setting;

/**
 * How people are searched.
 *
 * @param preload load every tenant's faces at the start, rather than at its first search
 * @param threads that one search may use, 1..64
 * @param fingerHeapShare share of the largest heap that all galleries of fingers may take, 0..0.8;
 *     0 for no search by fingers
 */
public record IdentificationOptions(
        @Setting(
                        meaning =
                                "read the faces of all tenants into memory at the start, beside a"
                                        + " server that answers already; else at a tenant's first"
                                        + " search. 413 bytes a face")
                boolean preload,
        @Setting(
                        meaning =
                                "threads that one search may use; more than 1 shortens single"
                                        + " searches and costs throughput",
                        range = "1..64",
                        unit = "threads")
                int threads,
        @Setting(
                        meaning =
                                "share of the largest heap that fingers may take, which are read at"
                                    + " a tenant's first search by fingers and need 30 times their"
                                    + " stored size; a tenant with more is refused with 503",
                        range = "0..0.8",
                        unit = "share")
                double fingerHeapShare) {

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
