package dev.selfsame.server.store.memory;

import java.util.concurrent.atomic.AtomicInteger;

/** A number of places, each taken by one thing or free. */
final class Places {

    private final int all;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int all) {
        this.all = all;
    }

    /** Takes one; false where none is free. */
    boolean take() {
        int before = taken.getAndUpdate(count -> Math.min(all, count + 1));
        return before < all;
    }

    void giveBack(int count) {
        taken.addAndGet(-count);
    }

    int taken() {
        return taken.get();
    }
}
