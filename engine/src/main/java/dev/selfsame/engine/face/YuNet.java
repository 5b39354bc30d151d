package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.InputSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Anchor-free grids of strides 8, 16 and 32: class and object probability, a box (centre offset in
 * strides, logarithm of the size in strides) and five key points a cell. Source: W. Wu et al.,
 * "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence Research 20, 2023.
 */
record YuNet() implements DetectorFamily {

    private static final int[] STRIDES = {8, 16, 32};
    private static final int KEY_POINTS = 5;
    private static final int OUTPUTS_PER_STRIDE = 4;

    @Override
    public List<String> outputs() {
        List<String> names = new ArrayList<>();
        for (int stride : STRIDES) {
            names.add("cls" + stride);
            names.add("obj" + stride);
            names.add("bbox" + stride);
            names.add("kps" + stride);
        }
        return names;
    }

    @Override
    public List<Detection> read(List<float[]> out, InputSpec input, double leastConfidence) {
        List<Detection> found = new ArrayList<>();
        for (int s = 0; s < STRIDES.length; s++) {
            int at = s * OUTPUTS_PER_STRIDE;
            float[] classes = out.get(at);
            float[] objects = out.get(at + 1);
            int columns = input.width() / STRIDES[s];
            for (int i = 0; i < classes.length; i++) {
                double confidence =
                        Math.sqrt(
                                Math.clamp(classes[i], 0.0, 1.0)
                                        * Math.clamp(objects[i], 0.0, 1.0));
                if (confidence >= leastConfidence) {
                    found.add(
                            readCell(
                                    out.get(at + 2),
                                    out.get(at + 3),
                                    i,
                                    columns,
                                    STRIDES[s],
                                    confidence));
                }
            }
        }
        return found;
    }

    private static Detection readCell(
            float[] boxes, float[] keyPoints, int i, int columns, int stride, double confidence) {
        int column = i % columns;
        int row = i / columns;
        double[] points = new double[2 * KEY_POINTS];
        for (int p = 0; p < KEY_POINTS; p++) {
            points[2 * p] = (column + keyPoints[(i * KEY_POINTS + p) * 2]) * stride;
            points[2 * p + 1] = (row + keyPoints[(i * KEY_POINTS + p) * 2 + 1]) * stride;
        }
        return new Detection(
                (column + boxes[4 * i]) * stride,
                (row + boxes[4 * i + 1]) * stride,
                Math.exp(boxes[4 * i + 2]) * stride,
                Math.exp(boxes[4 * i + 3]) * stride,
                points,
                confidence);
    }
}
