package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.matching.Fusion;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** People of two drawn fingers each. */
final class FingerGalleryTest {

    private static final int PEOPLE = 12;

    private final FingerGallery gallery = new FingerGallery();
    private final FingerMatcher matcher = new FingerMatcher();

    private static UUID id(int person) {
        return new UUID(0, person);
    }

    /** Slot 2 and 7 of a person. */
    private static Map<Integer, FingerTemplate> enrolled(int person) {
        return Map.of(2, DrawnTemplates.of(100 + person), 7, DrawnTemplates.of(200 + person));
    }

    private Fmr compare(Map<Integer, FingerTemplate> one, int person, int slot) {
        return matcher.compare(
                Objects.requireNonNull(one.get(slot)),
                Objects.requireNonNull(enrolled(person).get(slot)));
    }

    private static FingerTemplate again(int seed) {
        return DrawnTemplates.of(seed, 10, 6, -8, 25);
    }

    @BeforeEach
    void fill() {
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(gallery.add(id(person), enrolled(person))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void findsThePersonByBothFingersWithTheRateOfComparingOneByOne(int threads) {
        Map<Integer, FingerTemplate> probe = Map.of(2, again(104), 7, again(204));

        List<Candidate> found = gallery.search(probe, 3, threads);

        assertThat(found).hasSize(3);
        assertThat(found.getFirst().id()).isEqualTo(id(4));
        assertThat(found).isSortedAccordingTo((a, b) -> a.fmr().compareTo(b.fmr()));
        for (Candidate it : found) {
            int person = (int) it.id().getLeastSignificantBits();
            Fmr expected =
                    Fusion.fused(List.of(compare(probe, person, 2), compare(probe, person, 7)));
            assertThat(it.fmr()).isEqualTo(expected);
            assertThat(gallery.score(it.id(), probe)).contains(expected);
        }
    }

    @Test
    void comparesOnlyFingersOfTheSameSlot() {
        assertThat(gallery.search(Map.of(2, again(104)), 1, 1).getFirst().id()).isEqualTo(id(4));
        assertThat(gallery.search(Map.of(7, again(104)), 1, 1).getFirst().fmr())
                .as("the left hand's slot holds another finger")
                .isGreaterThan(new Fmr(1e-4));
        assertThat(gallery.search(Map.of(1, again(104)), 5, 2)).isEmpty();
        assertThat(gallery.score(id(4), Map.of(1, again(104)))).isEmpty();
    }

    @Test
    void countsAFingerThatThePersonHasNotAsOneThatSaysNothing() {
        Map<Integer, FingerTemplate> probe = Map.of(2, again(104), 3, again(304));

        Fmr alone = compare(probe, 4, 2);
        assertThat(gallery.score(id(4), probe)).contains(Fusion.fused(List.of(alone, new Fmr(1))));
        assertThat(gallery.search(probe, 1, 1).getFirst().id()).isEqualTo(id(4));
    }

    @Test
    void addsOnceReplacesAllAndRemoves() {
        assertThat(gallery.add(id(4), enrolled(5))).isFalse();
        assertThat(gallery.search(Map.of(2, again(104)), 1, 1).getFirst().id()).isEqualTo(id(4));

        assertThat(gallery.replace(id(4), Map.of(3, DrawnTemplates.of(104)))).isTrue();
        assertThat(gallery.score(id(4), Map.of(2, again(104)))).isEmpty();
        assertThat(gallery.score(id(4), Map.of(3, again(104))).orElseThrow())
                .isLessThan(new Fmr(1e-6));

        assertThat(gallery.remove(id(4))).isTrue();
        assertThat(gallery.remove(id(4))).isFalse();
        assertThat(gallery.replace(id(4), enrolled(4))).isFalse();
        assertThat(gallery.contains(id(4))).isFalse();
        assertThat(gallery.contains(id(5))).isTrue();
        assertThat(gallery.size()).isEqualTo(PEOPLE - 1);
        assertThat(gallery.fingers()).isEqualTo(2 * (PEOPLE - 1));
        assertThat(gallery.search(enrolled(4), PEOPLE, 2)).hasSize(PEOPLE - 1);
    }

    @Test
    void statesTheMemoryOfItsTemplates() {
        long before = gallery.bytes();
        gallery.remove(id(1));

        assertThat(before).isGreaterThan(2 * PEOPLE * 1000);
        assertThat(gallery.bytes()).isLessThan(before);
    }

    @Test
    void ordersEquallyAlikePeopleById() {
        FingerGallery twins = new FingerGallery();
        for (int person : new int[] {3, 1, 2}) {
            twins.add(id(person), Map.of(1, DrawnTemplates.of(1)));
        }

        assertThat(twins.search(Map.of(1, again(1)), Integer.MAX_VALUE, 2))
                .extracting(Candidate::id)
                .containsExactly(id(1), id(2), id(3));
        assertThat(twins.search(Map.of(1, again(1)), 2, 1)).hasSize(2);
    }

    @Test
    void refusesTemplatesThatCannotBeReadAndStaysAsItWas() {
        FingerTemplate noise = SerializedMinutiae.template(new byte[] {1, 2, 3});
        Map<Integer, FingerTemplate> half = Map.of(1, DrawnTemplates.of(1), 2, noise);

        assertThatThrownBy(() -> gallery.add(id(99), half))
                .isInstanceOf(BrokenTemplateException.class);
        assertThatThrownBy(() -> gallery.replace(id(1), half))
                .isInstanceOf(BrokenTemplateException.class);
        assertThatThrownBy(() -> gallery.search(half, 1, 1))
                .isInstanceOf(BrokenTemplateException.class);
        assertThat(gallery.contains(id(99))).isFalse();
        assertThat(gallery.search(Map.of(2, again(101)), 1, 1).getFirst().id()).isEqualTo(id(1));
    }

    @Test
    void refusesArgumentsOutOfRange() {
        FingerTemplate finger = DrawnTemplates.of(1);
        List<Callable<Object>> calls =
                List.of(
                        () -> gallery.add(id(99), Map.of()),
                        () -> gallery.add(id(99), Map.of(0, finger)),
                        () -> gallery.add(id(99), Map.of(11, finger)),
                        () -> gallery.search(Map.of(), 1, 1),
                        () -> gallery.search(Map.of(1, finger), 0, 1),
                        () -> gallery.search(Map.of(1, finger), 1, 0));
        for (Callable<Object> call : calls) {
            assertThatThrownBy(call::call).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void searchesMissNobodyWhileOthersComeAndGo() throws Exception {
        AtomicBoolean searched = new AtomicBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Future<Integer> changes = pool.submit(() -> comeAndGo(searched));
            try {
                for (int i = 0; i < 60; i++) {
                    searchForEverybody();
                }
            } finally {
                searched.set(true);
            }
            assertThat(changes.get()).isPositive();
        }
    }

    private int comeAndGo(AtomicBoolean searched) {
        int changes = 0;
        for (; !searched.get(); changes++) {
            UUID passing = id(1000 + changes % 50);
            if (!gallery.add(passing, enrolled(changes % PEOPLE))) {
                gallery.remove(passing);
            }
        }
        return changes;
    }

    private void searchForEverybody() {
        List<UUID> found =
                gallery.search(Map.of(2, again(104)), 100, 2).stream().map(Candidate::id).toList();
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found)
                .containsAll(IntStream.range(0, PEOPLE).mapToObj(person -> id(person)).toList());
    }
}
