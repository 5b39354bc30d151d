package dev.selfsame.server.trial;

import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.StandaloneServer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A server as a process, which is killed and started again on the same data. Whoever kills it holds
 * the lock until the next one is ready, so a client whose call broke waits for just that lock.
 */
final class MortalServer implements AutoCloseable {

    private final Path folder;
    private final Path data;
    private final Map<String, String> variables;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReentrantLock life = new ReentrantLock();
    private volatile Instance instance;

    /** One of the processes, one after the other. */
    private record Instance(int number, StandaloneServer server) {}

    /**
     * Starts it.
     *
     * @param folder for its data and what it says
     * @param settings as environment variables
     */
    MortalServer(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        data = folder.resolve("data");
        variables = new HashMap<>(settings);
        // why: a call that is refused as too many are waiting would try nothing here
        variables.put("SELFSAME_ADMISSION_MAXWAIT", "60s");
        instance = started(0);
    }

    private Instance started(int number) throws IOException {
        return new Instance(number, StandaloneServer.start(folder, data, variables));
    }

    /** How often it was killed. */
    int deaths() {
        return instance.number();
    }

    /** Ends it as {@code kill -9} does, and returns when its successor is ready. */
    void kill() throws IOException, InterruptedException {
        life.lock();
        try {
            Instance victim = instance;
            victim.server().kill();
            victim.server().close();
            instance = started(victim.number() + 1);
        } finally {
            life.unlock();
        }
    }

    /**
     * After a call that broke.
     *
     * @param deathsBefore when the call began
     * @throws IOException if it broke although nobody killed the server
     */
    void awaitSuccessor(int deathsBefore, IOException failure) throws IOException {
        life.lock();
        try {
            if (instance.number() == deathsBefore) {
                throw new IOException("a call failed while the server lived", failure);
            }
        } finally {
            life.unlock();
        }
    }

    /** A call without waiting; breaks with {@link IOException} where the server dies meanwhile. */
    CompletableFuture<Answer> begin(String operation, String json) {
        StandaloneServer now = instance.server();
        HttpRequest request =
                HttpRequest.newBuilder(now.address().resolve("/multibiometrics/" + operation))
                        .header("Ocp-Apim-Subscription-Key", now.apiKey())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply((HttpResponse<String> it) -> new Answer(it.statusCode(), it.body()));
    }

    /** Asks as often as it takes until the answer arrives whole; for what changes nothing. */
    Answer ask(String operation, String json) throws IOException, InterruptedException {
        while (true) {
            int deaths = deaths();
            try {
                return Calls.await(begin(operation, json));
            } catch (IOException e) {
                awaitSuccessor(deaths, e);
            }
        }
    }

    /** What {@code people count} prints, from a process of its own beside the running server. */
    long count() throws IOException, InterruptedException {
        try (CommandProcess count =
                CommandProcess.start(
                        folder, variables, "people", "count", "--data", data.toString())) {
            long people = Long.parseLong(count.line());
            if (count.exitCode() != 0) {
                throw new IOException("people count: " + count.errors());
            }
            return people;
        }
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        instance.server().close();
    }
}
