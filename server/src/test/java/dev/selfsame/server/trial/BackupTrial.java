package dev.selfsame.server.trial;

import dev.selfsame.server.testing.CommandProcess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Makes backups of a server that is changed all the time, restores each elsewhere, and compares
 * what is there with what was acknowledged.
 */
final class BackupTrial {

    private final Path folder;
    private final Map<String, String> variables;
    private final Album album;
    private final int clients;
    private final Random random;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Enroller> enrollers = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();

    /**
     * A trial.
     *
     * @param folder for everything
     * @param variables settings of the server that is copied
     * @param clients who change people at the same time
     */
    BackupTrial(Path folder, Map<String, String> variables, Album album, int clients, long seed) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
        this.album = album;
        this.clients = clients;
        random = new Random(seed);
    }

    /**
     * A backup, and which states it may hold of whom.
     *
     * @param from the first state of each person that must not be older
     * @param before the first state of each person that was begun only after the backup ended
     */
    record Copy(Path file, Map<Dossier, Integer> from, Map<Dossier, Integer> before) {

        /** States of which exactly one must be there; nobody at all is null. */
        List<@Nullable Looks> allowed(Dossier person) {
            int last = before.getOrDefault(person, 1);
            return person.states(from.getOrDefault(person, 0), last);
        }
    }

    /**
     * Lets clients change people, and makes backups meanwhile.
     *
     * @param backups one after the other
     * @param least so many people must be acknowledged before each
     * @param waitMillis from one backup to the next, and before the first
     */
    void run(int backups, int least, long waitMillis) throws Exception {
        Path first = Files.createDirectories(folder.resolve("first"));
        try (MortalServer server = new MortalServer(first, variables);
                ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Random drawn = new Random(random.nextLong());
                Enroller enroller = new Enroller(server, album, "client-" + i, drawn, over);
                enrollers.add(enroller);
                running.add(pool.submit((Callable<Void>) enroller));
            }
            try {
                for (int i = 0; i < backups; i++) {
                    awaitLoad(least * (i + 1), waitMillis, running);
                    copies.add(copy(first, folder.resolve("backup-" + i)));
                }
            } finally {
                over.countDown();
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e);
        }
    }

    /** Looks every moment; what clients have done does not wake anybody. */
    private void awaitLoad(int people, long waitMillis, List<Future<?>> running)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (acknowledged() < people
                || TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < waitMillis) {
            if (running.stream().anyMatch(Future::isDone)) {
                // why: it has failed, and all wait in vain
                return;
            }
            boolean _ = over.await(20, TimeUnit.MILLISECONDS);
        }
    }

    private long acknowledged() {
        return everybody().stream().filter(person -> person.mark() > 0).count();
    }

    private List<Dossier> everybody() {
        return enrollers.stream().flatMap(one -> one.people().stream()).toList();
    }

    private Copy copy(Path of, Path file) throws IOException, InterruptedException {
        Map<Dossier, Integer> from = new LinkedHashMap<>();
        everybody().forEach(person -> from.put(person, person.mark()));
        command(of, variables, "backup", file.toString(), "--data", of.resolve("data").toString());
        Map<Dossier, Integer> before = new LinkedHashMap<>();
        everybody().forEach(person -> before.put(person, person.count()));
        return new Copy(file, from, before);
    }

    /** Backups that were made. */
    List<Copy> copies() {
        return List.copyOf(copies);
    }

    /**
     * Restores a backup, starts a server on it and asks for everybody.
     *
     * @param settings of the new server, as variables
     * @param thoroughly whether people are counted and the trail is verified too, by commands of
     *     their own
     */
    Restored restore(Copy copy, String name, Map<String, String> settings, boolean thoroughly)
            throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve(name));
        String key = folder.resolve("first/data/master-key").toString();
        String data = place.resolve("data").toString();
        command(
                place,
                settings,
                "restore",
                copy.file().toString(),
                "--master-key",
                key,
                "--data",
                data);
        Restored restored;
        try (MortalServer server = new MortalServer(place, settings)) {
            restored = new BackupJudge(server, album).judge(everybody(), copy, thoroughly);
        }
        if (thoroughly) {
            command(place, settings, "audit", "verify", "--data", data);
        }
        return restored;
    }

    private static void command(Path folder, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        try (CommandProcess command = CommandProcess.start(folder, variables, words)) {
            command.lines();
            if (command.exitCode() != 0) {
                throw new IOException(words[0] + ": " + command.errors());
            }
        }
    }

    /**
     * What was found.
     *
     * @param certain people whose state was acknowledged before the backup and not changed during
     *     it, and who are as they were
     * @param absent of those, people who were deleted before, or never there
     * @param during people who were changed during it, and are whole
     * @param violations what should not be
     */
    record Restored(int certain, int absent, int during, List<String> violations) {}
}
