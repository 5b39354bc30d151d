package dev.selfsame.models.convert;

/**
 * What a translated node computes.
 *
 * @param name its name in the ONNX graph
 * @param rank number of axes in TensorFlow's graph; with four of them the ONNX value has the
 *     channels behind the batch instead of last
 */
record Value(String name, int rank) {

    boolean isPicture() {
        return rank == 4;
    }
}
