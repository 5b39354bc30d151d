package dev.selfsame.models;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The pictures that golden vectors are made from; {@code golden/inputs.mjs} draws the same ones.
 */
enum GoldenPicture {
    NOISE {
        @Override
        int[] draw(int width, int height) {
            int[] pixels = new int[width * height * 3];
            int state = 12345;
            for (int i = 0; i < pixels.length; i++) {
                state = state * 1664525 + 1013904223;
                pixels[i] = state >>> 24;
            }
            return pixels;
        }
    },
    DRAWING {
        @Override
        int[] draw(int width, int height) {
            int[] pixels = new int[width * height * 3];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int[] colour = colour(1000 * x / width, 1000 * y / height);
                    System.arraycopy(colour, 0, pixels, (y * width + x) * 3, 3);
                }
            }
            return pixels;
        }
    };

    /** Pixels 0..255, row by row, red green blue. */
    abstract int[] draw(int width, int height);

    /** What the network of that manifest entry sees of this picture. */
    float[] prepared(JsonNode input) {
        int[] pixels = draw(input.path("width").asInt(), input.path("height").asInt());
        boolean bgr = input.path("channels").asText().equals("BGR");
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i % 3;
            int source = bgr ? i - channel + 2 - channel : i;
            float mean = (float) input.path("mean").path(channel).asDouble();
            float scale = (float) input.path("scale").path(channel).asDouble();
            values[i] = (pixels[source] - mean) * scale;
        }
        return values;
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
