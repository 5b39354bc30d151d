package dev.selfsame.engine.inference;

/**
 * What a network wants to see: one picture of {@code height x width x 3}, each value {@code (pixel
 * - mean[c]) * scale[c]} with pixel 0..255 and c in the stated channel order. Shares its arrays.
 *
 * @param name name of the ONNX input
 * @param layout order of the axes
 * @param width columns, 1..4096
 * @param height rows, 1..4096
 * @param channels order of the colours
 * @param mean subtracted, three values
 * @param scale then multiplied, three values
 */
public record InputSpec(
        String name,
        Layout layout,
        int width,
        int height,
        Channels channels,
        float[] mean,
        float[] scale) {

    /** Order of the axes behind the batch axis. */
    public enum Layout {
        NHWC,
        NCHW
    }

    /** Order of the colours. */
    public enum Channels {
        RGB,
        BGR
    }

    static InputSpec read(ManifestNode node) {
        node.allowing("name", "layout", "width", "height", "channels", "mean", "scale");
        return new InputSpec(
                node.text("name"),
                node.choice("layout", Layout.class),
                node.integer("width", 1, 4096),
                node.integer("height", 1, 4096),
                node.choice("channels", Channels.class),
                floats(node.numbers("mean", 3)),
                floats(node.numbers("scale", 3)));
    }

    /** Number of values that go in. */
    public int length() {
        return width * height * 3;
    }

    long[] shape() {
        return layout == Layout.NHWC
                ? new long[] {1, height, width, 3}
                : new long[] {1, 3, height, width};
    }

    /**
     * Turns a sampled patch into the network's input.
     *
     * @param rgb {@link #length} values 0..255, row by row, red green blue
     * @param mirrored left and right exchanged
     * @param out receives {@link #length} values
     */
    public void fill(float[] rgb, boolean mirrored, float[] out) {
        int pixels = width * height;
        boolean planar = layout == Layout.NCHW;
        for (int c = 0; c < 3; c++) {
            int source = channels == Channels.RGB ? c : 2 - c;
            float subtract = mean[c];
            float multiply = scale[c];
            for (int y = 0; y < height; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    int from = (row + (mirrored ? width - 1 - x : x)) * 3 + source;
                    int to = planar ? c * pixels + row + x : (row + x) * 3 + c;
                    out[to] = (rgb[from] - subtract) * multiply;
                }
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] all = new float[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) values[i];
        }
        return all;
    }
}
