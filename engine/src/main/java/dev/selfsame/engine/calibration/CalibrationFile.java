package dev.selfsame.engine.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;

/**
 * A calibration table as a JSON file: {@code {"format":1,"description":"...","extrapolatedFrom":s,
 * "similarity":[...],"log10Fmr":[...]}}.
 */
public final class CalibrationFile {

    private static final int FORMAT = 1;

    private CalibrationFile() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if the bytes are none; the message says what is wrong
     */
    public static CalibrationTable read(byte[] json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("calibration: not JSON", e);
        }
        if (root.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException(
                    "calibration format: " + root.path("format") + " (expected: " + FORMAT + ")");
        }
        return new CalibrationTable(
                numbers(root.path("similarity")), numbers(root.path("log10Fmr")));
    }

    private static double[] numbers(JsonNode array) {
        double[] all = new double[array.size()];
        for (int i = 0; i < all.length; i++) {
            if (!array.get(i).isNumber()) {
                throw new IllegalArgumentException("calibration: not numbers");
            }
            all[i] = array.get(i).doubleValue();
        }
        return all;
    }
}
