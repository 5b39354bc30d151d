package dev.selfsame.engine.liveness;

/**
 * Counts good frames before a challenge and bad time within it. Confined to one thread.
 *
 * @see Course
 */
final class Patience {

    static final int GOOD_FRAMES_TO_BEGIN = 3;
    // why: at 8 frames a second that is five frames lost in a row
    static final int MAX_BAD_MILLIS = 700;
    static final int MAX_GAP_MILLIS = 1500;
    static final int MAX_RESTARTS = 4;

    private int good;
    private int restarts;
    private long last = Long.MIN_VALUE;
    private long lastGood = Long.MIN_VALUE;

    /** Whether enough good frames followed each other to begin. */
    boolean mayBegin(long millis, boolean isGood) {
        good = isGood && !late(millis) ? good + 1 : isGood ? 1 : 0;
        note(millis, isGood);
        return good >= GOOD_FRAMES_TO_BEGIN;
    }

    /** Whether the challenge still holds together. */
    boolean goesOn(long millis, boolean isGood) {
        boolean holds = !late(millis) && (isGood || millis - lastGood <= MAX_BAD_MILLIS);
        note(millis, isGood);
        return holds;
    }

    private boolean late(long millis) {
        return last != Long.MIN_VALUE && millis - last > MAX_GAP_MILLIS;
    }

    private void note(long millis, boolean isGood) {
        last = millis;
        if (isGood) {
            lastGood = millis;
        }
    }

    void restart() {
        good = 0;
        restarts++;
    }

    boolean exhausted() {
        return restarts > MAX_RESTARTS;
    }
}
