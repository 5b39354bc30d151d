package dev.selfsame.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * From the command to the line that says ready, by turns: with the start cache that {@code
 * tools/start-cache} makes and without, on an empty data directory and on one that was served
 * before; of this checkout and of others, built before, that it is compared with.
 *
 * <p>Arguments: rounds (default 5), folders of other checkouts. Linux only: reads {@code /proc}.
 */
public final class Starts {

    private static final int ROUNDS = 5;
    private static final int STOP_SECONDS = 30;
    private static final String CACHE = "server/target/selfsame/start.aot";

    private Starts() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        List<Path> checkouts = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
        Arrays.stream(args).skip(1).map(Path::of).forEach(checkouts::add);
        Map<String, List<Figures>> all = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (Path checkout : checkouts) {
                round(checkout, all);
            }
        }
        System.out.printf("%d rounds: median (least to most)%n", rounds);
        all.forEach(Starts::print);
    }

    private static void round(Path checkout, Map<String, List<Figures>> all) throws Exception {
        boolean cached = Files.exists(checkout.resolve(CACHE));
        for (boolean cache : cached ? new boolean[] {true, false} : new boolean[] {false}) {
            Path data = Files.createTempDirectory("selfsame-bench");
            String name = checkout + (cache ? ", start cache" : ", no start cache");
            try {
                all.computeIfAbsent(name + ", first", _ -> new ArrayList<>())
                        .add(start(checkout, cache, data));
                all.computeIfAbsent(name + ", again", _ -> new ArrayList<>())
                        .add(start(checkout, cache, data));
            } finally {
                Folders.delete(data);
            }
        }
    }

    /**
     * One start.
     *
     * @param seconds until it was ready
     * @param processor seconds of processor time until then
     * @param megabytes resident then
     */
    private record Figures(double seconds, double processor, double megabytes) {}

    private static Figures start(Path checkout, boolean cache, Path data)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                checkout.resolve("selfsame").toString(),
                                "serve",
                                "--json",
                                "--port",
                                "0",
                                "--data",
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!cache) {
            builder.environment().put("SELFSAME_JAVA_OPTS", "-XX:AOTMode=off");
        }
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            String line = process.inputReader().readLine();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (line == null || !line.startsWith("{")) {
                throw new IOException("the server of " + checkout + " did not start: " + line);
            }
            Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new Figures(seconds, processor.toMillis() / 1000.0, resident(process.pid()));
        } finally {
            stop(process);
        }
    }

    private static void stop(Process process) throws IOException, InterruptedException {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server does not stop", e);
        }
    }

    /** Resident memory in MB. */
    private static double resident(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    private static void print(String name, List<Figures> rounds) {
        System.out.println(name);
        System.out.printf(
                Locale.ROOT,
                "    ready after %s s, processor %s s, resident %s MB%n",
                figure("%.1f", rounds, Figures::seconds),
                figure("%.1f", rounds, Figures::processor),
                figure("%.0f", rounds, Figures::megabytes));
    }

    private static String figure(
            String format, List<Figures> rounds, ToDoubleFunction<Figures> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
