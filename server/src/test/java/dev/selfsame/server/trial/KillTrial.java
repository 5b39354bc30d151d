package dev.selfsame.server.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills a server while clients change people, and judges afterwards what is left.
 *
 * @param calls of all clients together that enrol, update or delete
 * @param kills of the server, at calls that are drawn
 * @param clients at the same time, each with people of its own
 * @param seed of everything that is drawn; what meets when is left to the machine
 */
record KillTrial(int calls, int kills, int clients, long seed) {

    private static final int CALLS_PER_PERSON = 12;

    /** Runs it to the end. */
    Tally run(MortalServer server, Album album) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Schedule schedule = new Schedule(calls, kills, random);
        Tally tally = new Tally();
        int each = Math.max(2, calls / clients / CALLS_PER_PERSON);
        List<Owned> people = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Owned>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(
                        pool.submit(
                                new Client(
                                        server,
                                        album,
                                        schedule,
                                        tally,
                                        "client-" + i,
                                        each,
                                        random.nextLong())));
            }
            for (Future<List<Owned>> one : running) {
                people.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e);
        }
        if (server.deaths() != kills) {
            tally.violation("killed " + server.deaths() + " times");
        }
        new Judge(server, album, tally, random).judge(people);
        return tally;
    }
}
