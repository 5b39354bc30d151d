package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.InputSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Anchors of BlazeFace: two in each cell of a grid of stride 16, six in each of stride 32, centred
 * in their cells and without a size of their own. Each box is 16 numbers: centre and size in input
 * pixels relative to the anchor's centre, then six key points likewise. Source: V. Bazarevsky et
 * al., "BlazeFace", arXiv:1907.05047, and the anchor options of MediaPipe's back-camera model.
 */
record BlazeFace() implements DetectorFamily {

    private static final int NUMBERS = 16;
    private static final int KEY_POINTS = 6;

    @Override
    public List<String> outputs() {
        return List.of("boxes512", "scores512", "boxes384", "scores384");
    }

    @Override
    public List<Detection> read(List<float[]> out, InputSpec input, double leastConfidence) {
        List<Detection> found = new ArrayList<>();
        readGrid(out.get(0), out.get(1), input.width(), 16, 2, leastConfidence, found);
        readGrid(out.get(2), out.get(3), input.width(), 32, 6, leastConfidence, found);
        return found;
    }

    private static void readGrid(
            float[] boxes,
            float[] logits,
            int side,
            int stride,
            int perCell,
            double leastConfidence,
            List<Detection> found) {
        int cells = side / stride;
        for (int i = 0; i < logits.length; i++) {
            double confidence = 1 / (1 + Math.exp(-logits[i]));
            if (confidence < leastConfidence) {
                continue;
            }
            int cell = i / perCell;
            double anchorX = (cell % cells + 0.5) * stride - 0.5;
            int row = cell / cells;
            double anchorY = (row + 0.5) * stride - 0.5;
            int at = i * NUMBERS;
            double[] points = new double[2 * KEY_POINTS];
            for (int p = 0; p < KEY_POINTS; p++) {
                points[2 * p] = anchorX + boxes[at + 4 + 2 * p];
                points[2 * p + 1] = anchorY + boxes[at + 5 + 2 * p];
            }
            found.add(
                    new Detection(
                            anchorX + boxes[at],
                            anchorY + boxes[at + 1],
                            boxes[at + 2],
                            boxes[at + 3],
                            points,
                            confidence));
        }
    }
}
