package dev.selfsame.engine.liveness;

import dev.selfsame.engine.testing.SamplePictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Frames as a camera would have sent them, 8 a second.
 *
 * @param frames JPEG files in order
 */
record Film(List<byte[]> frames) {

    static final int MILLIS_A_FRAME = 125;

    Film {
        frames = List.copyOf(frames);
    }

    /** What a scene looks like at a moment. */
    interface Scene {
        BufferedImage at(double seconds);
    }

    /** A camera that adds noise to each pixel and compresses. */
    static Film of(Scene scene, double seconds, double noise, long seed) {
        return of(scene, seconds, noise, seed, MILLIS_A_FRAME / 1000.0);
    }

    /** The same at another rate. */
    static Film of(Scene scene, double seconds, double noise, long seed, double secondsAFrame) {
        Random random = new Random(seed);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i * secondsAFrame <= seconds; i++) {
            BufferedImage seen = noisy(scene.at(i * secondsAFrame), noise, random);
            frames.add(SamplePictures.jpeg(seen, 0.85f));
        }
        return new Film(frames);
    }

    /** Shows the film to a capture until it has enough. */
    LivenessVerdict shownTo(LivenessCapture capture) {
        long millis = 0;
        for (byte[] frame : frames) {
            capture.accept(millis, frame);
            millis += MILLIS_A_FRAME;
        }
        return capture.judge();
    }

    private static BufferedImage noisy(BufferedImage image, double deviation, Random random) {
        if (deviation <= 0) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            int noise = (int) Math.round(random.nextGaussian() * deviation);
            pixels[i] =
                    level((rgb >> 16 & 255) + noise) << 16
                            | level((rgb >> 8 & 255) + noise) << 8
                            | level((rgb & 255) + noise);
        }
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        return out;
    }

    private static int level(int value) {
        return Math.clamp(value, 0, 255);
    }
}
