package dev.selfsame.bench;

import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.matching.FaceGallery;
import dev.selfsame.engine.matching.FaceMatcher;
import dev.selfsame.engine.matching.FaceMatcher.Similarity;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Times one search of a gallery of random templates on one and on two threads, in turn with nothing
 * but reading as many bytes from memory; then compares the first candidates with what floats find
 * nearest ({@link GalleryRecall}). Arguments: templates (1000000), rounds (200).
 */
public final class PairedGallery {

    private static final int LENGTH = 384;
    private static final int LIMIT = 10;
    private static final int WARM_UP = 20;
    private static final int BLOCK = 1 << 17;

    private final FaceGallery gallery = empty();
    private final List<long[]> blocks = new ArrayList<>();
    private final Random random = new Random(1);
    private final int templates;

    private PairedGallery(int templates) {
        this.templates = templates;
    }

    public static void main(String[] args) {
        int templates = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        PairedGallery bench = new PairedGallery(templates);
        bench.load();
        bench.compare(rounds);
        new GalleryRecall(empty(), LENGTH, templates).report();
    }

    private static FaceGallery empty() {
        return new FaceGallery(
                "BENCH",
                1,
                LENGTH,
                new FaceMatcher(Similarity.MINUS_DISTANCE, 0.01, CalibrationTable.normal(-20, 1)));
    }

    private void load() {
        double millis = millis(this::addAll);
        long blockBytes = (long) BLOCK * Long.BYTES;
        for (long bytes = 0; bytes < (long) templates * LENGTH; bytes += blockBytes) {
            long[] block = new long[BLOCK];
            Arrays.setAll(block, i -> random.nextLong());
            blocks.add(block);
        }
        print("%d templates of %d bytes, kernel: %s", templates, LENGTH, gallery.kernel());
        print("loaded one by one in %.0f ms, making them included", millis);
        print("%.1f bytes a template", (double) gallery.bytes() / templates);
    }

    private void addAll() {
        for (int i = 0; i < templates; i++) {
            gallery.add(new UUID(random.nextLong(), random.nextLong()), template());
        }
    }

    private FaceTemplate template() {
        byte[] vector = new byte[LENGTH];
        random.nextBytes(vector);
        return new FaceTemplate("BENCH", 1, vector);
    }

    private void compare(int rounds) {
        print("first search %.0f ms", millis(() -> search(1)));
        double[] one = new double[rounds];
        double[] two = new double[rounds];
        double[] readingOne = new double[rounds];
        double[] readingTwo = new double[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            double a = millis(() -> search(1));
            double b = millis(() -> readAll(1));
            double c = millis(() -> search(2));
            double d = millis(() -> readAll(2));
            if (i >= 0) {
                one[i] = a;
                readingOne[i] = b;
                two[i] = c;
                readingTwo[i] = d;
            }
        }
        double shareOne = share(readingOne, one);
        double shareTwo = share(readingTwo, two);
        print("milliseconds           p50      p99     GB/s (p50)");
        report("search, 1 thread", one);
        report("reading, 1 thread", readingOne);
        report("search, 2 threads", two);
        report("reading, 2 threads", readingTwo);
        print("GB/s of a search / of reading in the same round, median: %.2f", shareOne);
        print("the same on 2 threads: %.2f", shareTwo);
    }

    private void search(int threads) {
        if (gallery.search(template(), LIMIT, threads).size() != Math.min(LIMIT, templates)) {
            throw new IllegalStateException("a search found too few");
        }
    }

    /** What memory gives at best. */
    private void readAll(int threads) {
        long sum;
        if (threads == 1) {
            sum = sum(0, blocks.size());
        } else {
            int half = blocks.size() / 2;
            Future<Long> other;
            try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
                other = pool.submit(() -> sum(half, blocks.size()));
                sum = sum(0, half);
            }
            sum += other.resultNow();
        }
        if (sum == 0) {
            throw new IllegalStateException("random numbers do not add up to nothing");
        }
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += sum(blocks.get(i));
        }
        return sum;
    }

    private static long sum(long[] block) {
        long sum = 0;
        for (long value : block) {
            sum += value;
        }
        return sum;
    }

    private static double share(double[] reading, double[] search) {
        double[] shares = new double[search.length];
        Arrays.setAll(shares, i -> reading[i] / search[i]);
        Arrays.sort(shares);
        return shares[shares.length / 2];
    }

    /** Sorts what it reports. */
    private void report(String name, double[] millis) {
        Arrays.sort(millis);
        double median = millis[millis.length / 2];
        print(
                "%-20s %7.1f  %7.1f  %9.1f",
                name,
                median,
                millis[Math.min(millis.length - 1, millis.length * 99 / 100)],
                (double) templates * LENGTH / median / 1e6);
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
