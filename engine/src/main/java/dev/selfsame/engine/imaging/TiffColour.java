package dev.selfsame.engine.imaging;

/**
 * What the samples of a TIFF mean, and how they become RGB.
 *
 * @param model the photometric interpretation
 * @param samples samples a pixel
 * @param bits bits a sample
 * @param palette 8-bit red, green and blue of each index, empty without a palette
 * @param alpha index of the opacity sample, -1 where there is none
 * @param premultiplied whether the colours were already multiplied with the opacity
 */
record TiffColour(
        Model model, int samples, int bits, byte[] palette, int alpha, boolean premultiplied) {

    /** Photometric interpretations that are read. */
    enum Model {
        WHITE_IS_ZERO(1),
        BLACK_IS_ZERO(1),
        RGB(3),
        PALETTE(1),
        CMYK(4),
        YCC(3);

        private final int colours;

        Model(int colours) {
            this.colours = colours;
        }
    }

    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    static TiffColour read(TiffDirectory page, TiffLayout layout) throws RefusedException {
        if (layout.compression() == TiffLayout.JPEG) {
            return new TiffColour(Model.RGB, 3, 8, new byte[0], -1, false);
        }
        Model model = model(page.number(262, 1));
        int bits = layout.bits();
        boolean onlyBytes = model.colours > 1;
        if (layout.samples() < model.colours
                || (onlyBytes && bits < 8)
                || (model == Model.PALETTE && bits > 8)) {
            throw RefusedException.unsupported(
                    layout.samples() + " TIFF samples of " + bits + " bits as " + model);
        }
        long[] subsampling = page.numbers(530, 2);
        boolean dense = subsampling.length == 2 && subsampling[0] == 1 && subsampling[1] == 1;
        if (model == Model.YCC && !dense) {
            throw RefusedException.unsupported("TIFF colours sampled more coarsely than light");
        }
        long[] extra = page.numbers(338, 8);
        int alpha = -1;
        boolean premultiplied = false;
        if (extra.length > 0 && layout.samples() > model.colours) {
            alpha = extra[0] == ASSOCIATED || extra[0] == UNASSOCIATED ? model.colours : -1;
            premultiplied = extra[0] == ASSOCIATED;
        }
        byte[] palette = model == Model.PALETTE ? palette(page, bits) : new byte[0];
        return new TiffColour(model, layout.samples(), bits, palette, alpha, premultiplied);
    }

    private static Model model(long stated) throws RefusedException {
        return switch ((int) stated) {
            case 0 -> Model.WHITE_IS_ZERO;
            case 1 -> Model.BLACK_IS_ZERO;
            case 2 -> Model.RGB;
            case 3 -> Model.PALETTE;
            case 5 -> Model.CMYK;
            case 6 -> Model.YCC;
            default -> throw RefusedException.unsupported("TIFF colour model " + stated);
        };
    }

    /** The colour map holds all reds, then all greens, then all blues, of 16 bits each. */
    private static byte[] palette(TiffDirectory page, int bits) throws RefusedException {
        int entries = 1 << bits;
        long[] map = page.numbers(320, 3 * 256);
        if (map.length != 3 * entries) {
            throw RefusedException.badHeader("its TIFF palette has a wrong length");
        }
        long highest = 0;
        for (long value : map) {
            highest = Math.max(highest, value);
        }
        // why: some writers store bytes in these 16-bit fields
        int drop = highest > 255 ? 8 : 0;
        byte[] palette = new byte[3 * entries];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (map[i % 3 * entries + i / 3] >> drop);
        }
        return palette;
    }

    /** Turns a row of samples into RGB. */
    void convert(int[] row, int columns, byte[] rgb) {
        for (int x = 0; x < columns; x++) {
            pixel(row, x * samples, rgb, x * 3);
        }
    }

    private void pixel(int[] row, int at, byte[] rgb, int to) {
        switch (model) {
            case PALETTE -> System.arraycopy(palette, row[at] * 3, rgb, to, 3);
            case WHITE_IS_ZERO -> grey(255 - light(row[at]), row, at, rgb, to);
            case BLACK_IS_ZERO -> grey(light(row[at]), row, at, rgb, to);
            case RGB -> {
                for (int i = 0; i < 3; i++) {
                    rgb[to + i] = opaque(light(row[at + i]), row, at);
                }
            }
            case CMYK -> {
                int light = 255 - light(row[at + 3]);
                for (int i = 0; i < 3; i++) {
                    int product = (255 - light(row[at + i])) * light;
                    rgb[to + i] = opaque((product + 127) / 255, row, at);
                }
            }
            case YCC -> {
                for (int i = 0; i < 3; i++) {
                    rgb[to + i] = (byte) light(row[at + i]);
                }
                JpegChannels.yccToRgb(rgb, to, rgb, to);
            }
        }
    }

    private void grey(int light, int[] row, int at, byte[] rgb, int to) {
        byte value = opaque(light, row, at);
        rgb[to] = value;
        rgb[to + 1] = value;
        rgb[to + 2] = value;
    }

    /** A sample as 0..255. */
    private int light(int sample) {
        return switch (bits) {
            case 8 -> sample;
            case 16 -> sample >> 8;
            default -> sample * 255 / ((1 << bits) - 1);
        };
    }

    private byte opaque(int light, int[] row, int at) {
        if (alpha < 0) {
            return (byte) light;
        }
        int opacity = light(row[at + alpha]);
        return premultiplied
                ? (byte) Math.min(255, light + 255 - opacity)
                : PngPixels.overWhite(light, opacity);
    }
}
