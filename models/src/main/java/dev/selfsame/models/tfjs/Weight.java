package dev.selfsame.models.tfjs;

import java.util.Arrays;

/** A named constant of a network, in TensorFlow's axis order. */
public sealed interface Weight {

    /** Its name, which is the name of its node in the graph. */
    String name();

    /** Its axes; empty for a scalar. Shared array. */
    int[] shape();

    /** Numbers to calculate with. Shares its arrays. */
    record Floats(String name, int[] shape, float[] values) implements Weight {
        /** Checks that there are as many values as the shape says. */
        public Floats {
            check(name, shape, values.length);
        }
    }

    /** Shapes, axes and paddings. Shares its arrays. */
    record Ints(String name, int[] shape, int[] values) implements Weight {
        /** Checks that there are as many values as the shape says. */
        public Ints {
            check(name, shape, values.length);
        }
    }

    /** Number of values that a shape holds. */
    static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private static void check(String name, int[] shape, int length) {
        if (size(shape) != length) {
            throw new ConversionException(
                    "weight " + name + ": " + length + " values (expected: " + size(shape) + ")");
        }
    }
}
