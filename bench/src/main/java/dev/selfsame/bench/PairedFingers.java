package dev.selfsame.bench;

import dev.selfsame.bench.learn.FingerSet;
import dev.selfsame.engine.finger.FingerGallery;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.template.FingerTemplate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Times one search of a gallery of real fingers on one and on two threads, in turn with comparing
 * one with one. Arguments: folder of FVC2002's B sets, people of one finger each (2000; prints are
 * repeated), rounds (20).
 */
public final class PairedFingers {

    private static final int WARM_UP = 5;
    private static final int LIMIT = 10;

    private final FingerGallery gallery = new FingerGallery();
    private final FingerMatcher matcher = new FingerMatcher();
    private final List<FingerTemplate> prints;
    private final int people;

    private PairedFingers(List<FingerTemplate> prints, int people) {
        this.prints = prints;
        this.people = people;
    }

    public static void main(String[] args) throws IOException {
        List<FingerTemplate> prints =
                FingerSet.of(Path.of(args[0])).stream().map(FingerSet.Print::template).toList();
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        PairedFingers bench = new PairedFingers(prints, people);
        bench.load();
        bench.compare(rounds);
    }

    private void load() {
        long before = usedBytes();
        double millis = millis(this::addAll);
        long taken = usedBytes() - before;
        double stored =
                prints.stream().mapToInt(it -> it.minutiae().length).average().orElseThrow();
        print("%d fingers of %d prints, %.0f bytes stored each", people, prints.size(), stored);
        print("loaded one by one in %.0f ms", millis);
        print(
                "bytes a finger: %.0f estimated, %.0f of the heap",
                (double) gallery.bytes() / people, (double) taken / people);
    }

    private void addAll() {
        for (int i = 0; i < people; i++) {
            gallery.add(new UUID(0, i), Map.of(2, prints.get(i % prints.size())));
        }
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void compare(int rounds) {
        double[] cpu = new double[rounds];
        double[] one = new double[rounds];
        double[] two = new double[rounds];
        double[] single = new double[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            // why 97: it has no factor in common with the number of prints, so all have their turn
            FingerTemplate probe = prints.get(97 * (i + WARM_UP) % prints.size());
            double a = cpuMillis(() -> search(probe, 1));
            double b = millis(() -> search(probe, 1));
            double c = millis(() -> search(probe, 2));
            double d = cpuMillis(() -> prints.forEach(it -> matcher.compare(probe, it)));
            if (i >= 0) {
                cpu[i] = people / a * 1000;
                one[i] = people / b * 1000;
                two[i] = people / c * 1000;
                single[i] = prints.size() / d * 1000;
            }
        }
        print("comparisons a second      median    least     most");
        report("search, a CPU second", cpu);
        report("search, 1 thread", one);
        report("search, 2 threads", two);
        report("1:1, a CPU second", single);
    }

    private void search(FingerTemplate probe, int threads) {
        if (gallery.search(Map.of(2, probe), LIMIT, threads).size() != LIMIT) {
            throw new IllegalStateException("a search found too few");
        }
    }

    private static void report(String name, double[] rates) {
        Arrays.sort(rates);
        print(
                "%-22s %9.0f %9.0f %9.0f",
                name, rates[rates.length / 2], rates[0], rates[rates.length - 1]);
    }

    /** Of this thread, so that other work on the machine does not count. */
    private static double cpuMillis(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
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
