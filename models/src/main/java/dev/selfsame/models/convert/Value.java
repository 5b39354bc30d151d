package dev.selfsame.models.convert;

/**
 * What a translated node computes.
 *
 * @param name its name in the ONNX graph
 * @param rank number of axes in TensorFlow's graph; with four of them the ONNX value has the
 *     channels behind the batch instead of last
 * @param channels of a picture, else 0
 */
record Value(String name, int rank, int channels) {

    static Value picture(String name, int channels) {
        return new Value(name, 4, channels);
    }

    static Value flat(String name, int rank) {
        return new Value(name, rank, 0);
    }

    /** A value of the same shape. */
    Value renamed(String other) {
        return new Value(other, rank, channels);
    }

    boolean isPicture() {
        return rank == 4;
    }
}
