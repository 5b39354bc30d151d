package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.matching.FaceMatcher.Similarity;
import dev.selfsame.engine.template.FaceTemplate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

final class FaceGalleryTest {

    private static final int CHUNK = 64;

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void answersWhatComparingEveryoneAnswers(Similarity similarity) {
        Random random = new Random(1);
        // around the small first chunk, around whole chunks, and many of them
        for (int size : new int[] {0, 1, 31, 32, 33, 95, 96, 97, 159, 160, 161, 1000}) {
            for (int length : new int[] {1, 7, 64, 65, 384, 460}) {
                assertAnswers(similarity, size, length, random);
            }
        }
    }

    private static void assertAnswers(Similarity similarity, int size, int length, Random random) {
        FaceMatcher matcher = Galleries.matcher(similarity);
        FaceGallery gallery = Galleries.gallery(length, matcher, CHUNK);
        Map<UUID, FaceTemplate> people = new HashMap<>();
        for (int i = 0; i < size; i++) {
            FaceTemplate template = Galleries.random(length, random);
            if (i % 10 == 0) {
                Arrays.fill(template.vector(), (byte) (i % 20 == 0 ? -128 : 127));
            }
            UUID id = new UUID(random.nextLong(), random.nextLong());
            people.put(id, template);
            assertThat(gallery.add(id, template)).isTrue();
        }
        assertThat(gallery.size()).isEqualTo(size);
        FaceTemplate extreme = Galleries.template(new byte[length]);
        Arrays.fill(extreme.vector(), (byte) -128);
        for (FaceTemplate probe : List.of(Galleries.random(length, random), extreme)) {
            for (int limit : new int[] {1, 10, Integer.MAX_VALUE}) {
                List<Candidate> expected =
                        Galleries.expected(people, probe, matcher, similarity, limit);
                assertThat(gallery.search(probe, limit)).isEqualTo(expected);
                assertThat(gallery.search(probe, limit, 3)).isEqualTo(expected);
            }
        }
    }

    @Test
    void rankOneIsWhatFloatVectorsSayWithinQuantisation() {
        Random random = new Random(2);
        int length = 384;
        double step = 0.35 / 127;
        FaceGallery gallery =
                Galleries.gallery(length, Galleries.matcher(Similarity.MINUS_DISTANCE), 1000);
        List<double[]> people = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            people.add(unit(length, random));
            gallery.add(Galleries.id(i), quantised(people.get(i), step));
        }
        for (int i = 0; i < people.size(); i += 50) {
            double[] probe = people.get(i).clone();
            double[] noise = unit(length, random);
            for (int j = 0; j < length; j++) {
                probe[j] += 0.8 * noise[j];
            }
            int best =
                    IntStream.range(0, people.size())
                            .boxed()
                            .min(
                                    (a, b) ->
                                            Double.compare(
                                                    distance(people.get(a), probe),
                                                    distance(people.get(b), probe)))
                            .orElseThrow();
            UUID found = gallery.search(quantised(probe, step), 1).getFirst().id();
            assertThat(found).isEqualTo(Galleries.id(best));
        }
    }

    @Test
    void equallyAlikeOnesComeInTheOrderOfTheirIds() {
        FaceGallery gallery =
                Galleries.gallery(2, Galleries.matcher(Similarity.MINUS_DISTANCE), CHUNK);
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
        Collections.shuffle(numbers, new Random(3));
        numbers.forEach(i -> gallery.add(Galleries.id(i), Galleries.template((byte) 5, (byte) 5)));
        for (int threads = 1; threads <= 4; threads++) {
            assertThat(gallery.search(Galleries.template((byte) 1, (byte) 2), 20, threads))
                    .extracting(Candidate::id)
                    .isEqualTo(IntStream.range(0, 20).mapToObj(Galleries::id).toList());
        }
    }

    @Test
    void orderHoldsWhereTheFmrHasReachedItsEnd() {
        FaceMatcher matcher =
                new FaceMatcher(
                        Similarity.MINUS_DISTANCE,
                        1,
                        new CalibrationTable(new double[] {-2, -1}, new double[] {0, -17}));
        FaceGallery gallery = Galleries.gallery(1, matcher, CHUNK);
        gallery.add(Galleries.id(1), Galleries.template((byte) 100));
        gallery.add(Galleries.id(2), Galleries.template((byte) 50));
        List<Candidate> found = gallery.search(Galleries.template((byte) 0), 2);
        assertThat(found)
                .extracting(Candidate::id)
                .containsExactly(Galleries.id(2), Galleries.id(1));
        assertThat(found).allSatisfy(it -> assertThat(it.fmr().value()).isEqualTo(1));
    }

    @Test
    void interruptedCallerStillGetsTheAnswerAndStaysInterrupted() {
        FaceGallery gallery =
                Galleries.gallery(8, Galleries.matcher(Similarity.MINUS_DISTANCE), CHUNK);
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            gallery.add(Galleries.id(i), Galleries.random(8, random));
        }
        FaceTemplate probe = Galleries.random(8, random);
        List<Candidate> expected = gallery.search(probe, 50);
        Thread.currentThread().interrupt();
        List<Candidate> found = gallery.search(probe, 50, 4);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void smallGalleriesTakeLittleMemoryAndLargeOnesLittleMoreThanTheirVectors() {
        FaceGallery gallery =
                new FaceGallery(
                        Galleries.MODE, 1, 384, Galleries.matcher(Similarity.MINUS_DISTANCE));
        gallery.add(Galleries.id(0), Galleries.template(new byte[384]));
        assertThat(gallery.bytes()).isLessThan(16 << 10);
        int people = 32 + 128 + 512 + 2048 + 10 * 2730;
        for (int i = 1; i < people; i++) {
            gallery.add(Galleries.id(i), Galleries.template(new byte[384]));
        }
        assertThat((double) gallery.bytes() / people).isBetween(404.0, 415.0);
    }

    @Test
    void otherModesVersionsAndLengthsAreRefused() {
        FaceGallery gallery =
                new FaceGallery("A", 1, 2, Galleries.matcher(Similarity.MINUS_DISTANCE));
        UUID id = Galleries.id(1);
        gallery.add(id, new FaceTemplate("A", 1, new byte[2]));
        for (FaceTemplate other :
                List.of(
                        new FaceTemplate("B", 1, new byte[2]),
                        new FaceTemplate("A", 2, new byte[2]),
                        new FaceTemplate("A", 1, new byte[3]))) {
            assertThatThrownBy(() -> gallery.add(Galleries.id(2), other))
                    .isInstanceOf(IncomparableTemplatesException.class);
            assertThatThrownBy(() -> gallery.replace(id, other))
                    .isInstanceOf(IncomparableTemplatesException.class);
            assertThatThrownBy(() -> gallery.search(other, 1))
                    .isInstanceOf(IncomparableTemplatesException.class);
        }
        assertThat(gallery.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void limitsThreadsAndLengthsBelowOneAreRefused(int value) {
        FaceMatcher matcher = Galleries.matcher(Similarity.MINUS_DISTANCE);
        FaceGallery gallery = Galleries.gallery(1, matcher, CHUNK);
        FaceTemplate probe = Galleries.template((byte) 1);
        assertThatThrownBy(() -> gallery.search(probe, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit: " + value + " (expected: at least 1)");
        assertThatThrownBy(() -> gallery.search(probe, 1, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads: " + value + " (expected: at least 1)");
        assertThatThrownBy(() -> new FaceGallery("A", 1, value, matcher))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length: " + value + " (expected: at least 1)");
    }

    private static double[] unit(int length, Random random) {
        double[] vector = random.doubles(length, -1, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(vector).map(it -> it * it).sum());
        return Arrays.stream(vector).map(it -> it / norm).toArray();
    }

    private static FaceTemplate quantised(double[] vector, double step) {
        byte[] steps = new byte[vector.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) Math.clamp(Math.round(vector[i] / step), -128, 127);
        }
        return Galleries.template(steps);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
