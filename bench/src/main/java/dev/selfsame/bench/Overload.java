package dev.selfsame.bench;

import dev.selfsame.bench.Crowd.Seen;
import dev.selfsame.bench.Latencies.Leg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * A server of its own process that is asked for more than it can do: first it finds how many
 * clients get the most comparisons a second out of it; then these and many clients at once, who
 * wait as long as a refusal says, by turns. One more asks for something cheap all the time, in
 * both, so that what it costs is not taken for a cost of overload. The clients share the processors
 * with the server, as on one machine they would.
 *
 * <p>Arguments: two pictures with one face each, clients (default 64), seconds of a turn (default
 * 60), the path that is asked for meanwhile (default the capabilities; {@code session} for a
 * bio-session).
 */
public final class Overload {

    private static final List<Integer> LEVELS = List.of(2, 4, 8, 16);
    private static final int ROUNDS = 3;
    private static final int LEG_SECONDS = 8;
    private static final int WARM_UP_SECONDS = 40;
    private static final int POLLS_A_SECOND = 20;
    private static final String DEFAULT_PATH = "/bioserver-app/v2/capabilities";

    private final MatchClient client;
    private final PollClient poll;
    private final ServerProcess server;

    private Overload(ServerProcess server, MatchClient client, PollClient poll) {
        this.server = server;
        this.client = client;
        this.poll = poll;
    }

    public static void main(String[] args) throws Exception {
        byte[] first = Files.readAllBytes(Path.of(args[0]));
        byte[] second = Files.readAllBytes(Path.of(args[1]));
        int clients = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 60;
        String path = args.length > 4 ? args[4] : DEFAULT_PATH;
        try (ServerProcess server = ServerProcess.start()) {
            MatchClient client = new MatchClient(server, first, second);
            PollClient poll =
                    path.equals("session")
                            ? PollClient.ofSession(server)
                            : new PollClient(server, path);
            new Overload(server, client, poll).run(clients, seconds);
        }
    }

    private void run(int clients, int seconds) throws Exception {
        var _ = Latencies.of(this::match, 8, WARM_UP_SECONDS);
        // why: a server that refuses for the first time has its JVM compile anew what it runs then,
        // as the other leg's calls were compiled in the line above
        Seen first = Crowd.of(client, clients, WARM_UP_SECONDS);
        print("the first overload, while it is compiled: %.2f/s", first.rate());
        double[] alone = Latencies.of(this::match, 1, LEG_SECONDS).millis();
        print("load before: %s", load());
        int best = bestLevel();
        Leg idle = Latencies.of(poll::once, 1, 1 + LEG_SECONDS / 4);
        print("%-34s p50 %6.1f ms  p99 %6.1f ms", "poll, idle server", p50(idle), p99(idle));
        // why: the machine itself is a few hundredths faster at one time than at another
        List<Double> ratios = new ArrayList<>();
        double before = level(best, seconds);
        for (int i = 0; i < ROUNDS; i++) {
            Seen seen = overload(clients, seconds, p50(alone));
            double after = level(best, seconds);
            ratios.add(2 * seen.rate() / (before + after));
            print("overload / mean of the levels before and after: %.3f", ratios.getLast());
            before = after;
        }
        double[] sorted = sorted(ratios);
        print(
                "overload / best level of %d rounds: median %.3f (%.3f to %.3f)",
                ROUNDS, at(sorted, 0.5), sorted[0], sorted[ROUNDS - 1]);
        print("load after: %s", load());
    }

    private Seen overload(int clients, int seconds, double alone) throws Exception {
        Cpu cpuBefore = cpu();
        Poller poller = new Poller(poll, POLLS_A_SECOND);
        Seen seen;
        try (poller) {
            seen = Crowd.of(client, clients, seconds);
        }
        print("%d clients, %d s: %.2f/s", clients, seconds, seen.rate());
        cpuSince(cpuBefore, seen.acceptedMillis().length);
        report(seen, alone);
        double[] polls = poller.millis();
        print(
                "poll under overload: p50 %.1f ms, p99 %.1f ms, most %.1f ms, %d polls",
                at(polls, 0.5), at(polls, 0.99), at(polls, 1), polls.length);
        return seen;
    }

    /** The rate of so many clients who are all served. */
    private double level(int clients, int seconds) throws Exception {
        Cpu cpuBefore = cpu();
        Leg leg;
        try (Poller _ = new Poller(poll, POLLS_A_SECOND)) {
            leg = Latencies.of(this::match, clients, seconds);
        }
        print("%d clients, %d s: %.2f/s", clients, seconds, leg.rate());
        cpuSince(cpuBefore, leg.millis().length);
        return leg.rate();
    }

    private static void report(Seen seen, double alone) {
        double[] accepted = seen.acceptedMillis();
        double p99 = at(accepted, 0.99);
        double advertised = 1000.0 * seen.longestRetrySeconds();
        double bound = 3 * alone + advertised;
        print(
                "answers: %d with 200, %d with 429, %d otherwise",
                accepted.length, seen.refused(), seen.failed());
        print(
                "accepted: p50 %.0f ms, p99 %.0f ms; one client alone: median %.0f ms",
                at(accepted, 0.5), p99, alone);
        print(
                "advertised wait: median %d s, longest %d s",
                seen.medianRetrySeconds(), seen.longestRetrySeconds());
        print(
                "p99 of accepted %.0f ms %s 3 x %.0f + %.0f = %.0f ms",
                p99, p99 <= bound ? "<=" : "> (FAILS)", alone, advertised, bound);
    }

    /** The number of clients with the best rate: of each the median of its rounds. */
    private int bestLevel() throws InterruptedException, ExecutionException {
        Map<Integer, List<Double>> rates = new HashMap<>();
        try (Poller _ = new Poller(poll, POLLS_A_SECOND)) {
            for (int i = 0; i < ROUNDS; i++) {
                for (int clients : LEVELS) {
                    Leg leg = Latencies.of(this::match, clients, LEG_SECONDS);
                    rates.computeIfAbsent(clients, _ -> new ArrayList<>()).add(leg.rate());
                }
            }
        }
        int best = 0;
        double bestRate = 0;
        for (int clients : LEVELS) {
            double[] sorted = sorted(rates.getOrDefault(clients, List.of()));
            double median = at(sorted, 0.5);
            print(
                    "%2d clients: %6.2f/s (%.2f to %.2f)",
                    clients, median, at(sorted, 0), at(sorted, 1));
            if (median > bestRate) {
                best = clients;
                bestRate = median;
            }
        }
        print("best level: %d clients", best);
        return best;
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Processor time used so far in milliseconds; the clients use the same processors. */
    private record Cpu(double server, double clients) {}

    private Cpu cpu() {
        Duration here = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Cpu(server.cpu().toMillis(), here.toMillis());
    }

    private void cpuSince(Cpu before, int matches) {
        Cpu now = cpu();
        print(
                "processor time a match: server %.1f ms, clients %.1f ms; %d matches",
                (now.server() - before.server()) / matches,
                (now.clients() - before.clients()) / matches,
                matches);
    }

    private boolean match() throws IOException, InterruptedException {
        return client.tryMatch() == 0;
    }

    private static double p50(Leg leg) {
        return p50(leg.millis());
    }

    private static double p50(double[] millis) {
        return at(millis, 0.5);
    }

    private static double p99(Leg leg) {
        return at(leg.millis(), 0.99);
    }

    /** The value below which so great a part of them lies, 0..1. */
    private static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    /** What else the machine does. */
    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).strip() : "not known";
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
