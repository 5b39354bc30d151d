package dev.selfsame.server.trial;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the calls of a trial by number, and says at which of them the server is killed. */
final class Schedule {

    private final int calls;
    private final Set<Integer> deadly = new HashSet<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** A schedule; the calls at which it kills are drawn, and all different. */
    Schedule(int calls, int kills, Random random) {
        if (kills >= calls) {
            throw new IllegalArgumentException(kills + " kills in " + calls + " calls");
        }
        this.calls = calls;
        while (deadly.size() < kills) {
            deadly.add(random.nextInt(1, calls));
        }
    }

    /** The number of the next call; the trial is over where it is not below the calls. */
    int next() {
        return begun.getAndIncrement();
    }

    boolean isOver(int call) {
        return call >= calls;
    }

    boolean isDeadly(int call) {
        return deadly.contains(call);
    }
}
