package dev.selfsame.engine.anonymization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.Image;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class CoverTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    /** Two that overlap and one that hangs over the edge. */
    private static final List<HeadOval> OVALS =
            List.of(
                    new HeadOval(60, 60, 20, 0.3),
                    new HeadOval(85, 55, 18, -0.5),
                    new HeadOval(150, 5, 16, 2));

    @Test
    void coveredPixelsDependOnNothingThatWasThere() {
        Image one = noise(1);
        Image other = replacedInside(one, noise(2));
        assertThat(other.rgb()).isNotEqualTo(one.rgb());
        assertThat(Cover.over(one, OVALS).rgb()).isEqualTo(Cover.over(other, OVALS).rgb());
    }

    @Test
    void coverIsFlatWithinEachOval() {
        Image covered = Cover.over(noise(3), List.of(OVALS.get(0)));
        int middle = (60 * WIDTH + 60) * 3;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int row = i / WIDTH;
            if (OVALS.get(0).reach(i % WIDTH, row) <= 1) {
                assertThat(covered.rgb()[3 * i]).isEqualTo(covered.rgb()[middle]);
            }
        }
    }

    @Test
    void pixelsBeyondTheFadingEdgeStayAsTheyWere() {
        Image before = noise(4);
        Image after = Cover.over(before, OVALS);
        int untouched = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int column = i % WIDTH;
            int row = i / WIDTH;
            if (OVALS.stream().allMatch(o -> o.reach(column, row) >= Cover.FEATHER)) {
                assertThat(after.rgb()[3 * i]).isEqualTo(before.rgb()[3 * i]);
                untouched++;
            }
        }
        assertThat(untouched).isGreaterThan(WIDTH * HEIGHT / 2);
    }

    @Test
    void ovalOverTheWholePictureIsGrey() {
        Image covered = Cover.over(noise(5), List.of(new HeadOval(80, 60, 500, 0)));
        assertThat(covered.rgb()).containsOnly((byte) 128);
    }

    @Test
    void colourIsThatOfTheSurroundings() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = 90;
            rgb[i + 1] = 60;
            rgb[i + 2] = 30;
        }
        Image even = new Image(WIDTH, HEIGHT, rgb);
        Image white = new Image(WIDTH, HEIGHT, new byte[rgb.length]);
        Image covered = Cover.over(replacedInside(even, white), OVALS);
        assertThat(covered.rgb()).isEqualTo(rgb);
    }

    @Test
    void pictureWithoutOvalsStaysAsItWas() {
        Image before = noise(6);
        assertThat(Cover.over(before, List.of()).rgb()).isEqualTo(before.rgb());
    }

    private static Image noise(int seed) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        new Random(seed).nextBytes(rgb);
        return new Image(WIDTH, HEIGHT, rgb);
    }

    private static Image replacedInside(Image outside, Image inside) {
        byte[] rgb = outside.rgb().clone();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int column = i % WIDTH;
            int row = i / WIDTH;
            if (OVALS.stream().anyMatch(o -> o.reach(column, row) <= 1)) {
                System.arraycopy(inside.rgb(), 3 * i, rgb, 3 * i, 3);
            }
        }
        return new Image(WIDTH, HEIGHT, rgb);
    }
}
