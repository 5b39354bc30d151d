package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.matching.FaceMatcher.Similarity;
import dev.selfsame.engine.template.FaceTemplate;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

final class GalleryChangesTest {

    private static final int LENGTH = 20;
    private static final int CHUNK = 40;

    private final FaceMatcher matcher = Galleries.matcher(Similarity.MINUS_DISTANCE);
    private final FaceGallery gallery = Galleries.gallery(LENGTH, matcher, CHUNK);
    private final Random random = new Random(1);

    @Test
    void anyOrderOfChangesGivesWhatAMapGives() {
        Map<UUID, FaceTemplate> people = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            // why: few ids, so that they come again; growing at first, shrinking later
            UUID id = Galleries.id(random.nextInt(800));
            FaceTemplate template = Galleries.random(LENGTH, random);
            boolean known = people.containsKey(id);
            assertThat(gallery.contains(id)).isEqualTo(known);
            int choice = random.nextInt(i < 15_000 ? 5 : 9);
            if (choice < 3) {
                assertThat(gallery.add(id, template)).isEqualTo(!known);
                people.putIfAbsent(id, template);
            } else if (choice == 3) {
                assertThat(gallery.replace(id, template)).isEqualTo(known);
                people.replace(id, template);
            } else {
                assertThat(gallery.remove(id)).isEqualTo(known);
                people.remove(id);
            }
            assertThat(gallery.size()).isEqualTo(people.size());
            if (i % 300 == 0) {
                assertThat(gallery.search(template, Integer.MAX_VALUE))
                        .isEqualTo(
                                Galleries.expected(
                                        people,
                                        template,
                                        matcher,
                                        Similarity.MINUS_DISTANCE,
                                        Integer.MAX_VALUE));
            }
        }
    }

    @Test
    void freedPlacesAreUsedAgain() {
        fill(0, 500);
        long before = gallery.bytes();
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 500; i += 2) {
                assertThat(gallery.remove(Galleries.id(i))).isTrue();
            }
            for (int i = 0; i < 500; i += 2) {
                gallery.add(Galleries.id(i), Galleries.random(LENGTH, random));
            }
        }
        assertThat(gallery.size()).isEqualTo(500);
        assertThat(gallery.bytes()).isEqualTo(before);
    }

    @Test
    void whatIsPutInLaterTouchesNoCopyOfTheCaller() {
        FaceTemplate template = Galleries.random(LENGTH, random);
        gallery.add(Galleries.id(1), template);
        FaceTemplate copy = Galleries.template(template.vector().clone());
        template.vector()[0]++;
        assertThat(gallery.search(copy, 1).getFirst().fmr()).isEqualTo(matcher.compare(copy, copy));
    }

    @Test
    void emptiedGalleryFindsNobody() {
        fill(0, 200);
        for (int i = 0; i < 200; i++) {
            gallery.remove(Galleries.id(i));
        }
        assertThat(gallery.search(Galleries.random(LENGTH, random), 10)).isEmpty();
        assertThat(gallery.size()).isZero();
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            gallery.add(Galleries.id(i), Galleries.random(LENGTH, random));
        }
    }
}
