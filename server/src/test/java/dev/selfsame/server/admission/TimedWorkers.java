package dev.selfsame.server.admission;

import dev.selfsame.server.admission.FairQueue.Begun;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Workers and clients on a clock of their own: each client sends its next piece when the last one
 * is done, each piece of a tenant takes equally long.
 */
final class TimedWorkers {

    private static final long MILLI = 1_000_000;

    private final int workers;
    private final Map<String, Long> pieceMillis;
    private final FairQueue<Piece> queue;
    private final PriorityQueue<Ending> endings =
            new PriorityQueue<>(
                    Comparator.comparingLong(Ending::atMillis)
                            .thenComparingLong(it -> it.begun().work().number()));
    private final Map<String, Long> served = new HashMap<>();
    private final Map<String, Long> longestWait = new HashMap<>();
    private long nowMillis;
    private long pieces;

    TimedWorkers(int workers, Map<String, Long> pieceMillis) {
        this.workers = workers;
        this.pieceMillis = pieceMillis;
        queue = new FairQueue<>(workers);
    }

    private record Piece(String tenantId, long number, long askedMillis) {}

    private record Ending(long atMillis, Begun<Piece> begun) {}

    void addClients(String tenantId, int clients) {
        for (int i = 0; i < clients; i++) {
            ask(tenantId);
        }
    }

    /** Work begun by then counts as far as it has come. */
    void runFor(long millis) {
        begin();
        while (!endings.isEmpty() && endings.element().atMillis() <= millis) {
            Ending ending = endings.remove();
            nowMillis = ending.atMillis();
            String tenantId = ending.begun().work().tenantId();
            queue.done(ending.begun(), millis(tenantId) * MILLI);
            served.merge(tenantId, millis(tenantId), Long::sum);
            // why before the answer is out: a worker does not wait for its client's next request
            begin();
            ask(tenantId);
            begin();
        }
        for (Ending running : endings) {
            String tenantId = running.begun().work().tenantId();
            long done = millis(tenantId) - (running.atMillis() - millis);
            served.merge(tenantId, done, Long::sum);
        }
    }

    /** Worker milliseconds that the tenant's work had. */
    long served(String tenantId) {
        return served.getOrDefault(tenantId, 0L);
    }

    /** Whole pieces in that time. */
    long pieces(String tenantId) {
        return served(tenantId) / millis(tenantId);
    }

    long longestWait(String tenantId) {
        return longestWait.getOrDefault(tenantId, 0L);
    }

    private long millis(String tenantId) {
        return Objects.requireNonNull(pieceMillis.get(tenantId), tenantId);
    }

    private void ask(String tenantId) {
        queue.add(tenantId, new Piece(tenantId, pieces++, nowMillis));
    }

    private void begin() {
        while (endings.size() < workers) {
            Begun<Piece> begun = queue.next();
            if (begun == null) {
                return;
            }
            Piece piece = begun.work();
            longestWait.merge(piece.tenantId(), nowMillis - piece.askedMillis(), Math::max);
            endings.add(new Ending(nowMillis + millis(piece.tenantId()), begun));
        }
    }
}
