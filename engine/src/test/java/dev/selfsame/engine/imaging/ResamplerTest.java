package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class ResamplerTest {

    @Test
    void identityCopiesEveryPixel() {
        Image image = noise(9, 7, 1);
        float[] out = new float[9 * 7 * 3];
        Resampler.sample(new Pyramid(image), Affine.IDENTITY, 9, 7, out);
        for (int i = 0; i < out.length; i++) {
            assertThat(out[i]).isEqualTo(image.rgb()[i] & 255);
        }
    }

    @Test
    void halfwayBetweenPixelsIsTheirMean() {
        Image image = new Image(2, 1, new byte[] {0, 0, 0, 100, 50, (byte) 200});
        float[] out = new float[3];
        Resampler.sample(new Pyramid(image), Affine.scaleThenMove(1, 0.5, 0), 1, 1, out);
        assertThat(out).containsExactly(50, 25, 100);
    }

    @Test
    void outsideIsBlack() {
        float[] out = new float[3];
        Resampler.sample(new Pyramid(noise(4, 4, 2)), Affine.scaleThenMove(1, -9, 50), 1, 1, out);
        assertThat(out).containsExactly(0, 0, 0);
    }

    @Test
    void outsideIsTheNearestPixelOfTheEdgeWhereAskedFor() {
        Image image = noise(4, 4, 2);
        float[] out = new float[3];
        Resampler.sample(
                new Pyramid(image),
                Affine.scaleThenMove(1, -9, 50),
                Resampler.Beyond.EDGE,
                1,
                1,
                out);
        int corner = 3 * 4 * 3;
        assertThat(out[0]).isEqualTo(image.rgb()[corner] & 255);
        assertThat(out[2]).isEqualTo(image.rgb()[corner + 2] & 255);
    }

    @Test
    void strongReductionAveragesInsteadOfSkipping() {
        // a checkerboard of single pixels is even grey from far away; skipping would give stripes
        int side = 256;
        byte[] rgb = new byte[side * side * 3];
        for (int i = 0; i < side * side; i++) {
            int value = (i % side + i / side) % 2 == 0 ? 255 : 0;
            rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = (byte) value;
        }
        float[] out = new float[32 * 32 * 3];
        Resampler.sample(
                new Pyramid(new Image(side, side, rgb)),
                Affine.scaleThenMove(8, 3.5, 3.5),
                32,
                32,
                out);
        for (float value : out) {
            assertThat(value).isCloseTo(128, within(2f));
        }
    }

    @Test
    void everyPyramidLevelSeesTheSamePlace() {
        // a smooth slope sampled at one spot must not depend on the level that the scale selects
        int side = 256;
        byte[] rgb = new byte[side * side * 3];
        for (int i = 0; i < side * side; i++) {
            rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = (byte) (i % side);
        }
        Pyramid pyramid = new Pyramid(new Image(side, side, rgb));
        for (double scale : new double[] {0.5, 1, 2, 4, 8}) {
            float[] out = new float[3];
            Resampler.sample(pyramid, Affine.scaleThenMove(scale, 100.25, 128), 1, 1, out);
            assertThat(out[0]).as("scale " + scale).isCloseTo(100.25f, within(0.6f));
        }
    }

    static Image noise(int width, int height, int seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return new Image(width, height, rgb);
    }
}
