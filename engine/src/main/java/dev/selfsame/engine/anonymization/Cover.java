package dev.selfsame.engine.anonymization;

import dev.selfsame.engine.imaging.Image;

import java.util.Arrays;
import java.util.List;

/**
 * Paints ovals flat. What lies inside any oval is never read: a covered pixel depends on the ovals
 * and on pixels outside all of them alone. Confined to one thread.
 */
final class Cover {

    /** Outside the oval the colour fades out up to here. */
    static final double FEATHER = 1.12;

    // why: far enough to show what is around a head, near enough to have its light
    private static final double SURROUNDINGS = 1.5;
    private static final byte GREY = (byte) 128;

    private final Image image;
    private final boolean[] covered;

    private Cover(Image image) {
        this.image = image;
        covered = new boolean[image.width() * image.height()];
    }

    /** A copy of the picture with the ovals covered. */
    static Image over(Image image, List<HeadOval> ovals) {
        Cover cover = new Cover(image);
        byte[] rgb = image.rgb().clone();
        for (HeadOval oval : ovals) {
            cover.mark(oval);
        }
        for (HeadOval oval : ovals) {
            cover.paint(oval, rgb);
        }
        return new Image(image.width(), image.height(), rgb);
    }

    private void mark(HeadOval oval) {
        Box.around(oval, 1, image)
                .forEach(
                        (x, y) -> {
                            if (oval.reach(x, y) <= 1) {
                                covered[y * image.width() + x] = true;
                            }
                        });
    }

    private void paint(HeadOval oval, byte[] rgb) {
        byte[] colour = surroundings(oval);
        Box.around(oval, FEATHER, image)
                .forEach(
                        (x, y) -> {
                            double reach = oval.reach(x, y);
                            int pixel = y * image.width() + x;
                            if (reach <= 1) {
                                System.arraycopy(colour, 0, rgb, 3 * pixel, 3);
                            } else if (reach < FEATHER && !covered[pixel]) {
                                fade(rgb, 3 * pixel, colour, (FEATHER - reach) / (FEATHER - 1));
                            }
                        });
    }

    private static void fade(byte[] rgb, int at, byte[] colour, double share) {
        for (int c = 0; c < 3; c++) {
            double value = share * (colour[c] & 255) + (1 - share) * (rgb[at + c] & 255);
            rgb[at + c] = (byte) Math.round(value);
        }
    }

    /** Mean colour around an oval, of pixels that no oval covers. */
    private byte[] surroundings(HeadOval oval) {
        long[] sums = new long[4];
        Box.around(oval, SURROUNDINGS, image)
                .forEach(
                        (x, y) -> {
                            int pixel = y * image.width() + x;
                            if (!covered[pixel] && oval.reach(x, y) < SURROUNDINGS) {
                                sums[3]++;
                                for (int c = 0; c < 3; c++) {
                                    sums[c] += image.rgb()[3 * pixel + c] & 255;
                                }
                            }
                        });
        byte[] colour = new byte[3];
        Arrays.fill(colour, GREY);
        for (int c = 0; c < 3 && sums[3] > 0; c++) {
            colour[c] = (byte) (sums[c] / sums[3]);
        }
        return colour;
    }

    /** The pixels of a picture that an enlarged oval can touch. */
    private record Box(int left, int top, int right, int bottom) {

        interface Pixel {
            void at(int x, int y);
        }

        static Box around(HeadOval oval, double enlarged, Image image) {
            double radius = enlarged * HeadOval.STRETCH * oval.halfWidth();
            return new Box(
                    (int) Math.max(0, Math.floor(oval.x() - radius)),
                    (int) Math.max(0, Math.floor(oval.y() - radius)),
                    (int) Math.min(image.width() - 1, Math.ceil(oval.x() + radius)),
                    (int) Math.min(image.height() - 1, Math.ceil(oval.y() + radius)));
        }

        void forEach(Pixel pixel) {
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    pixel.at(x, y);
                }
            }
        }
    }
}
