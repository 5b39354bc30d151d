package dev.selfsame.models.onnx;

/** Convolution kernels in the axis order of ONNX. */
final class Kernels {

    private Kernels() {}

    /** A 1x1 kernel, output first, that copies the input's channels and adds channels of zeros. */
    static float[] widening(int in, int out) {
        float[] kernel = new float[out * in];
        for (int channel = 0; channel < in; channel++) {
            kernel[channel * in + channel] = 1;
        }
        return kernel;
    }

    /**
     * Output channel first: height, width, in, out becomes out, in, height, width.
     *
     * @param values the kernel
     * @param shape its four axes
     */
    static float[] outputFirst(float[] values, int[] shape) {
        int pixels = shape[0] * shape[1];
        int in = shape[2];
        int out = shape[3];
        float[] turned = new float[values.length];
        for (int p = 0; p < pixels; p++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    turned[(o * in + i) * pixels + p] = values[(p * in + i) * out + o];
                }
            }
        }
        return turned;
    }

    /**
     * Depthwise: height, width, in, multiplier becomes in x multiplier, 1, height, width.
     *
     * @param values the kernel
     * @param shape its four axes
     */
    static float[] depthwise(float[] values, int[] shape) {
        int pixels = shape[0] * shape[1];
        int channels = shape[2] * shape[3];
        float[] turned = new float[values.length];
        for (int p = 0; p < pixels; p++) {
            for (int c = 0; c < channels; c++) {
                turned[c * pixels + p] = values[p * channels + c];
            }
        }
        return turned;
    }
}
