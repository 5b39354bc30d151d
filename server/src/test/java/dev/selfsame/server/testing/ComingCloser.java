package dev.selfsame.server.testing;

import java.awt.image.BufferedImage;

/**
 * Moves a filmed head nearer to the camera, in perspective: what stands out grows more than what
 * lies behind it. The head is a solid of revolution about the line from the camera to the nose,
 * which is enough to tell it from a picture that is brought nearer. Lengths are in distances of the
 * eyes.
 *
 * @param noseX where the nose is in the frames, in pixels
 * @param noseY the same
 * @param interEyePixels distance of the eyes in the frames
 */
record ComingCloser(double noseX, double noseY, double interEyePixels) {

    /** How far the eyes were from the camera that took the frames: a phone in a hand. */
    private static final double FILMED_FROM = 6.3;

    private static final double[] RADIUS = {0, 0.35, 0.6, 1, 1.4, 2, 4, 8};

    /** Behind the eyes: the tip of the nose, cheeks, temples, ears, shoulders, the room. */
    private static final double[] DEPTH = {-0.45, -0.1, 0, 0.35, 0.9, 2, 6, 14};

    private static final int STEPS = 4096;
    private static final double LARGEST = 8;

    /** A frame as if the eyes had been so far away. */
    BufferedImage seenFrom(double distance, BufferedImage frame) {
        double[] sources = sources(distance);
        int width = frame.getWidth();
        int height = frame.getHeight();
        int[] from = frame.getRGB(0, 0, width, height, null, 0, width);
        int[] to = new int[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (x - noseX) / interEyePixels;
                double down = (y - noseY) / interEyePixels;
                double grown = Math.hypot(across, down);
                int step = (int) Math.min(STEPS - 1, grown / LARGEST * STEPS);
                double scale = sources[step];
                double sourceX = noseX + across * scale * interEyePixels;
                double sourceY = noseY + down * scale * interEyePixels;
                to[y * width + x] = sample(from, width, height, sourceX, sourceY);
            }
        }
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        seen.setRGB(0, 0, width, height, to, 0, width);
        return seen;
    }

    /** For radii in the new picture: the radius in the frame over that in the picture. */
    private static double[] sources(double distance) {
        double[] scales = new double[STEPS];
        int at = 0;
        double source = 0;
        for (int step = 0; step < STEPS; step++) {
            double wanted = (step + 0.5) / STEPS * LARGEST;
            while (at < STEPS * 4 && grown(source, distance) < wanted) {
                source = ++at * LARGEST / STEPS;
            }
            scales[step] = source / wanted;
        }
        return scales;
    }

    private static double grown(double radius, double distance) {
        double depth = depth(radius);
        return radius * (FILMED_FROM + depth) / (distance + depth);
    }

    private static double depth(double radius) {
        int i = 1;
        while (i < RADIUS.length - 1 && radius > RADIUS[i]) {
            i++;
        }
        double share = Math.min(1, (radius - RADIUS[i - 1]) / (RADIUS[i] - RADIUS[i - 1]));
        return DEPTH[i - 1] + share * (DEPTH[i] - DEPTH[i - 1]);
    }

    /** Bilinear; beyond the edge the colour of the edge. */
    private static int sample(int[] pixels, int width, int height, double x, double y) {
        double inX = Math.clamp(x, 0, width - 1.001);
        double inY = Math.clamp(y, 0, height - 1.001);
        int column = (int) inX;
        int row = (int) inY;
        int at = row * width + column;
        double right = inX - column;
        double below = inY - row;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double top = mix(pixels[at] >> shift, pixels[at + 1] >> shift, right);
            double bottom =
                    mix(pixels[at + width] >> shift, pixels[at + width + 1] >> shift, right);
            rgb |= (int) Math.round(top + (bottom - top) * below) << shift;
        }
        return rgb;
    }

    private static double mix(int a, int b, double share) {
        return (a & 255) + share * ((b & 255) - (a & 255));
    }
}
