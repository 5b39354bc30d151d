package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.imaging.Affine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Each sign on material that shows it, and on some that does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignsTest {

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final Sitter person = Sitter.of(engine, 5, 0);

    @AfterAll
    void close() {
        engine.close();
    }

    private List<Sighting> sightings(Film film) {
        LivenessCapture capture =
                engine.startLiveness(
                        new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.LOW, List.of()));
        List<Sighting> seen = new ArrayList<>();
        long millis = 0;
        for (byte[] frame : film.frames()) {
            // why: with such gaps the capture never completes, so every frame is looked at
            capture.accept(2000 * millis++, frame);
            Sighting sighting = capture.lastSighting();
            assertThat(sighting).isNotNull();
            seen.add(sighting);
        }
        return seen;
    }

    private PairMotion firstToLast(Film film) {
        List<Sighting> seen = sightings(film);
        return PairMotion.between(seen.get(0), seen.get(seen.size() - 1));
    }

    @Test
    void turnedHeadLeavesMoreThanATurnedPhoto() {
        PairMotion head = firstToLast(person.head(t -> new FilmedHead.Pose(8, 0.3 * t, 0), 0.9));
        PairMotion photo =
                firstToLast(
                        person.print(
                                t -> new FilmedPhoto.Place(0.1 * t, 0, 1.5, 0.3 * t, 0, 0), 0.9));
        assertThat(head.points()).isGreaterThan(50);
        assertThat(head.parallax()).isGreaterThan(0.08);
        assertThat(head.planeResidual()).isGreaterThan(0.012);
        assertThat(photo.parallax()).isLessThan(0.015);
        assertThat(photo.planeResidual()).isLessThan(0.009);
    }

    @Test
    void headThatComesNearerWidensAndAPhotoDoesNot() {
        PairMotion head = firstToLast(person.head(t -> new FilmedHead.Pose(10 - 4 * t, 0, 0), 1));
        PairMotion photo = firstToLast(person.print(FilmedPhoto.approaching(1.8, 1.1, 0, 1), 1));
        assertThat(head.zoom()).isBetween(1.4, 1.9);
        assertThat(head.widening()).isGreaterThan(0.025);
        assertThat(photo.zoom()).isBetween(1.4, 1.9);
        assertThat(photo.widening()).isCloseTo(0, within(0.015));
    }

    @Test
    void backgroundOfAPrintMovesWithTheFace() {
        List<Sighting> print =
                sightings(
                        person.print(
                                t -> new FilmedPhoto.Place(0.15 * t, 0.05 * t, 1.4, 0, 0, 0), 1));
        assertThat(SceneMotion.share(print.get(0), print.get(print.size() - 1))).isGreaterThan(0.8);
    }

    @Test
    void noseOfATiltedPhotoStaysBetweenTheEars() {
        List<Sighting> print =
                sightings(person.print(t -> new FilmedPhoto.Place(0, 0, 1.5, 0.4 * t, 0, 0), 1));
        List<Sighting> head = sightings(person.head(t -> new FilmedHead.Pose(8, 0.4 * t, 0), 1));
        assertThat(turned(print)).isLessThan(10);
        assertThat(turned(head)).isGreaterThan(15);
    }

    private static double turned(List<Sighting> seen) {
        Pointer first = Pointer.of(seen.get(0).face().face());
        return Pointer.of(seen.get(seen.size() - 1).face().face()).from(first).length();
    }

    @Test
    void beatOfAScreenStandsOutOfTheSpectrum() {
        Random random = new Random(3);
        float[] skin = new float[128 * 128];
        float[] screen = new float[128 * 128];
        for (int i = 0; i < skin.length; i++) {
            skin[i] = (float) (120 + 4 * random.nextGaussian());
            double beat = Math.cos(2 * Math.PI * (0.21 * (i % 128) + 0.17 * Math.floorDiv(i, 128)));
            screen[i] = (float) (skin[i] + 5 * beat);
        }
        assertThat(Moire.peak(Spectrum.power(skin, 128))).isLessThan(25);
        assertThat(Moire.peak(Spectrum.power(screen, 128))).isGreaterThan(60);
    }

    @Test
    void spectrumOfAWaveIsOnePeak() {
        float[] wave = new float[64 * 64];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) Math.cos(2 * Math.PI * (5 * (i % 64) + 9 * (i / 64)) / 64.0);
        }
        double[] power = Spectrum.power(wave, 64);
        int highest = 0;
        for (int i = 0; i < power.length; i++) {
            highest = power[i] > power[highest] ? i : highest;
        }
        assertThat(List.of(9 * 64 + 5, 55 * 64 + 59)).contains(highest);
    }

    @Test
    void trackerFindsAPatternThatMovedByPartOfAPixel() {
        GreyPlane from = pattern(0, 0);
        GreyPlane to = pattern(1.4, -0.7);
        PointTracker tracker = new PointTracker(from, to, Affine.IDENTITY);
        assertThat(tracker.follow(40, 40, 40, 40)).isTrue();
        assertThat(tracker.foundX()).isCloseTo(41.4, within(0.1));
        assertThat(tracker.foundY()).isCloseTo(39.3, within(0.1));
        GreyPlane flat = new GreyPlane(80, 80, 1, new byte[80 * 80]);
        assertThat(new PointTracker(flat, flat, Affine.IDENTITY).follow(40, 40, 40, 40)).isFalse();
    }

    private static GreyPlane pattern(double right, double down) {
        byte[] luma = new byte[80 * 80];
        for (int i = 0; i < luma.length; i++) {
            double x = i % 80 - right;
            double y = Math.floorDiv(i, 80) - down;
            luma[i] = (byte) (128 + 60 * Math.sin(x / 3) * Math.cos(y / 4 + x / 9));
        }
        return new GreyPlane(80, 80, 1, luma);
    }
}
