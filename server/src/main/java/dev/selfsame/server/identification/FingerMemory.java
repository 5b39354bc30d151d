package dev.selfsame.server.identification;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that galleries of fingers share. */
final class FingerMemory {

    // why: what the matcher keeps ready is about 30 times as long as the stored minutiae
    private static final long GROWTH = 30;

    private final long mostBytes;
    private final AtomicLong usedBytes = new AtomicLong();

    FingerMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes room for stored minutiae; false, and nothing is taken, if there is none left. */
    boolean take(long storedBytes) {
        long bytes = storedBytes * GROWTH;
        if (usedBytes.addAndGet(bytes) > mostBytes) {
            usedBytes.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Whether there would be room now for so many bytes of stored minutiae. */
    boolean fits(long storedBytes) {
        return usedBytes.get() + storedBytes * GROWTH <= mostBytes;
    }

    void giveBack(long storedBytes) {
        usedBytes.addAndGet(-storedBytes * GROWTH);
    }

    long usedBytes() {
        return usedBytes.get();
    }
}
