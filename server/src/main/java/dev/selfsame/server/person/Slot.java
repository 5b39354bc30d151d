package dev.selfsame.server.person;

/** The places that a person has for templates: 0 for the face, 1..10 for fingers. */
public final class Slot {

    /** The face. */
    public static final int FACE = 0;

    /** Fingers, numbered from 1. */
    public static final int FINGERS = 10;

    private Slot() {}

    static int checkFinger(int slot) {
        if (slot < 1 || slot > FINGERS) {
            throw new IllegalArgumentException(
                    "finger: " + slot + " (expected: 1.." + FINGERS + ")");
        }
        return slot;
    }

    static int check(int slot) {
        return slot == FACE ? slot : checkFinger(slot);
    }
}
