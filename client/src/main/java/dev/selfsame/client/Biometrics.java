package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pictures of one person.
 *
 * @param face null for none
 * @param fingers by number, 1..10; which finger has which number is the caller's choice, and only
 *     fingers of one number are compared
 */
public record Biometrics(@Nullable Picture face, SortedMap<Integer, Picture> fingers) {

    private static final int FINGERS = 10;

    /** Checks the numbers and that there is a picture at all, and copies. */
    public Biometrics {
        fingers = Collections.unmodifiableSortedMap(new TreeMap<>(fingers));
        if (face == null && fingers.isEmpty()) {
            throw new IllegalArgumentException("no picture (expected: a face or a finger)");
        }
        for (int number : fingers.keySet()) {
            if (number < 1 || number > FINGERS) {
                throw new IllegalArgumentException("finger: " + number + " (expected: 1..10)");
            }
        }
    }

    /** A face alone. */
    public static Biometrics face(Picture face) {
        return new Biometrics(face, new TreeMap<>());
    }

    /** A finger alone. */
    public static Biometrics finger(int number, Picture finger) {
        return new Biometrics(null, new TreeMap<>(Map.of(number, finger)));
    }

    /** The same and a finger. */
    public Biometrics withFinger(int number, Picture finger) {
        TreeMap<Integer, Picture> more = new TreeMap<>(fingers);
        more.put(number, finger);
        return new Biometrics(face, more);
    }

    void addTo(Map<String, Object> object) {
        if (face != null) {
            object.put("Face", List.of(Map.of("Face-1", face.bytes())));
        }
        if (!fingers.isEmpty()) {
            Map<String, Object> files = new LinkedHashMap<>();
            fingers.forEach((number, file) -> files.put(fingerName(number), file.bytes()));
            object.put("Fingers", List.of(files));
        }
    }

    static String fingerName(int number) {
        return "Finger-" + number;
    }
}
