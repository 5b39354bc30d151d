package dev.selfsame.engine.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A picture and its halves, made when first needed, so that sampling at a small scale averages over
 * all pixels instead of skipping most (no aliasing). Confined to one thread.
 */
public final class Pyramid {

    // why: bilinear sampling still sees every pixel up to a step of about 2; a little less keeps
    // the
    // detail that small faces need
    private static final double LARGEST_STEP = 1.7;

    private final List<Image> levels = new ArrayList<>();

    public Pyramid(Image image) {
        levels.add(Objects.requireNonNull(image, "image"));
    }

    /** The picture at full size. */
    public Image image() {
        return levels.get(0);
    }

    /** Level to sample with {@code step} full-size pixels between samples: 0 is full size. */
    int levelFor(double step) {
        int level = 0;
        for (double s = step; s > LARGEST_STEP && canHalve(level); s /= 2) {
            level++;
        }
        return level;
    }

    Image level(int level) {
        return levels.get(level);
    }

    private boolean canHalve(int level) {
        if (levels.size() > level + 1) {
            return true;
        }
        Image last = levels.get(level);
        if (last.width() < 4 || last.height() < 4) {
            return false;
        }
        levels.add(halve(last));
        return true;
    }

    /** Averages each 2x2 block; an odd last row or column is dropped. */
    static Image halve(Image from) {
        int width = from.width() / 2;
        int height = from.height() / 2;
        byte[] in = from.rgb();
        byte[] out = new byte[width * height * 3];
        int stride = from.width() * 3;
        int o = 0;
        for (int y = 0; y < height; y++) {
            int i = 2 * y * stride;
            for (int x = 0; x < width; x++, i += 6) {
                for (int c = 0; c < 3; c++) {
                    int sum =
                            (in[i + c] & 255)
                                    + (in[i + c + 3] & 255)
                                    + (in[i + c + stride] & 255)
                                    + (in[i + c + stride + 3] & 255);
                    out[o++] = (byte) ((sum + 2) >> 2);
                }
            }
        }
        return new Image(width, height, out);
    }
}
