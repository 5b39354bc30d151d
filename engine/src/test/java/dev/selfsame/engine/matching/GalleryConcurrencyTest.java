package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.FaceMatcher.Similarity;
import dev.selfsame.engine.template.FaceTemplate;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches while others write. Half a template would have a distance that no whole one has. */
final class GalleryConcurrencyTest {

    private static final int LENGTH = 384;
    private static final int STABLE = 300;
    private static final int PASSING = 100;
    private static final int CHANGES = 30_000;
    private static final int SEARCHES = 200;

    private final FaceMatcher matcher = Galleries.matcher(Similarity.MINUS_DISTANCE);
    private final FaceGallery gallery = Galleries.gallery(LENGTH, matcher, 64);
    private final FaceTemplate high = constant(100);
    private final FaceTemplate low = constant(-100);
    private final AtomicBoolean written = new AtomicBoolean();
    private final AtomicInteger searches = new AtomicInteger();

    @Test
    void searchesSeeEachTemplateBeforeOrAfterAChangeAndMissNone() throws Exception {
        for (int i = 0; i < STABLE; i++) {
            gallery.add(Galleries.id(i), i % 2 == 0 ? high : low);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> searching =
                    List.of(pool.submit(searcher(1)), pool.submit(searcher(2)));
            List<Future<Void>> writing = List.of(pool.submit(replacer()), pool.submit(passers()));
            for (Future<Void> writer : writing) {
                writer.get();
            }
            written.set(true);
            for (Future<Void> searcher : searching) {
                searcher.get();
            }
        }
        assertThat(searches.get()).isGreaterThanOrEqualTo(2 * SEARCHES);
    }

    private Callable<Void> replacer() {
        Random random = new Random(1);
        return () -> {
            for (int i = 0; i < CHANGES; i++) {
                UUID id = Galleries.id(random.nextInt(STABLE));
                assertThat(gallery.replace(id, random.nextBoolean() ? high : low)).isTrue();
            }
            return null;
        };
    }

    private Callable<Void> passers() {
        Random random = new Random(2);
        return () -> {
            Set<UUID> present = new HashSet<>();
            for (int i = 0; i < CHANGES; i++) {
                UUID id = Galleries.id(STABLE + random.nextInt(PASSING));
                if (present.remove(id)) {
                    assertThat(gallery.remove(id)).isTrue();
                } else {
                    present.add(id);
                    assertThat(gallery.add(id, random.nextBoolean() ? high : low)).isTrue();
                }
            }
            return null;
        };
    }

    private Callable<Void> searcher(int threads) {
        Set<Fmr> whole = Set.of(matcher.compare(high, high), matcher.compare(high, low));
        return () -> {
            for (int i = 0; i < SEARCHES || !written.get(); i++) {
                List<UUID> met = new ArrayList<>();
                for (Candidate it : gallery.search(high, 2 * (STABLE + PASSING), threads)) {
                    assertThat(whole).contains(it.fmr());
                    met.add(it.id());
                }
                assertThat(met).doesNotHaveDuplicates();
                Set<UUID> known = new HashSet<>(met);
                for (int j = 0; j < STABLE; j++) {
                    assertThat(known).contains(Galleries.id(j));
                }
                assertThat(met.size()).isBetween(STABLE, STABLE + PASSING);
                searches.incrementAndGet();
            }
            return null;
        };
    }

    private static FaceTemplate constant(int value) {
        byte[] vector = new byte[LENGTH];
        Arrays.fill(vector, (byte) value);
        return Galleries.template(vector);
    }
}
