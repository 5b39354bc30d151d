package dev.selfsame.engine.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether networks compute here what they computed where they come from: they are shown a drawing,
 * and their answers are compared with those that the original networks gave in TensorFlow.js.
 */
public final class GoldenAnswers {

    private static final String FOLDER = "/dev/selfsame/golden/";

    private GoldenAnswers() {}

    /**
     * The largest difference, as a share of the largest value of its output; 0 where no network has
     * an answer to compare with.
     */
    public static double largestDifference(Collection<Network> networks) {
        double largest = 0;
        for (Network network : networks) {
            JsonNode golden = golden(network.spec().name());
            if (!golden.isMissingNode()) {
                largest = Math.max(largest, difference(network, golden));
            }
        }
        return largest;
    }

    private static double difference(Network network, JsonNode golden) {
        InputSpec input = network.spec().input();
        float[] prepared = new float[input.length()];
        input.fill(drawing(input.width(), input.height()), false, prepared);
        List<Map.Entry<String, String>> outputs = List.copyOf(network.spec().outputs().entrySet());
        List<float[]> answers =
                network.run(prepared, outputs.stream().map(Map.Entry::getKey).toList());
        double largest = 0;
        for (int i = 0; i < answers.size(); i++) {
            JsonNode expected = golden.path(outputs.get(i).getValue());
            largest = Math.max(largest, difference(expected, answers.get(i)));
        }
        return largest;
    }

    /** Over the stored values, which are some of all. */
    private static double difference(JsonNode expected, float[] actual) {
        int stride = expected.path("stride").asInt(1);
        JsonNode values = expected.path("values");
        if (values.isEmpty() || (values.size() - 1) * stride >= actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = Double.MIN_NORMAL;
        double difference = 0;
        for (int i = 0; i < values.size(); i++) {
            double value = values.path(i).asDouble();
            largest = Math.max(largest, Math.abs(value));
            double here = Math.abs(value - actual[i * stride]);
            // why so: a network that computes nonsense may well answer NaN
            difference = here <= difference ? difference : here;
        }
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference / largest;
    }

    private static JsonNode golden(String network) {
        String resource = FOLDER + network + "-drawing.json";
        try (InputStream in = GoldenAnswers.class.getResourceAsStream(resource)) {
            ObjectMapper json = new ObjectMapper();
            return (in == null ? json.createObjectNode() : json.readTree(in)).path("outputs");
        } catch (IOException e) {
            throw new InvalidPackException("built-in: " + resource + " cannot be read", e);
        }
    }

    /** The drawing of {@code models/golden/inputs.mjs}: 0..255, row by row, red green blue. */
    private static float[] drawing(int width, int height) {
        float[] pixels = new float[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] colour = colour(1000 * x / width, 1000 * y / height);
                for (int c = 0; c < 3; c++) {
                    pixels[(y * width + x) * 3 + c] = colour[c];
                }
            }
        }
        return pixels;
    }

    /** A face before a gradient, at a place in thousandths of the picture. */
    private static int[] colour(int u, int v) {
        if (inside(u, v, 380, 420, 45, 25) || inside(u, v, 620, 420, 45, 25)) {
            return new int[] {40, 30, 30};
        }
        if (inside(u, v, 500, 700, 110, 30)) {
            return new int[] {150, 60, 60};
        }
        if (inside(u, v, 500, 500, 280, 380)) {
            return new int[] {200 - u / 20, 160 - u / 20, 130 - v / 20};
        }
        return new int[] {u / 4, v / 4, (u + v) / 8};
    }

    private static boolean inside(
            int u, int v, int centreU, int centreV, int radiusU, int radiusV) {
        long across = (long) (u - centreU) * radiusV;
        long down = (long) (v - centreV) * radiusU;
        long radius = (long) radiusU * radiusV;
        return across * across + down * down <= radius * radius;
    }
}
