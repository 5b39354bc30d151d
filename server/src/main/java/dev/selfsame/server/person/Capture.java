package dev.selfsame.server.person;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Picture files of one person as a request brings them. Shares its arrays.
 *
 * @param face a picture of the face, null where none was sent
 * @param fingers slot 1..{@value Slot#FINGERS} to a picture of that finger; slots mean what the
 *     client wants them to mean, only equal ones are compared
 */
public record Capture(byte @Nullable [] face, Map<Integer, byte[]> fingers) {

    public Capture {
        fingers.keySet().forEach(Slot::checkFinger);
        if (face == null && fingers.isEmpty()) {
            throw new IllegalArgumentException("no picture (expected: a face or a finger)");
        }
        fingers = Collections.unmodifiableMap(new TreeMap<>(fingers));
    }

    /** Whether there is a picture for this slot, see {@link Slot}. */
    boolean holds(int slot) {
        return slot == Slot.FACE ? face != null : fingers.containsKey(slot);
    }

    /** Leaves the pictures out. */
    @Override
    public String toString() {
        return "Capture[face=" + (face != null) + ", fingers=" + fingers.keySet() + "]";
    }
}
