package dev.selfsame.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of this checkout on a free port, with an empty data directory that goes with it. */
final class ServerProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final Path data;
    private final URI address;
    private final String apiKey;

    private ServerProcess(Process process, Path data, JsonNode ready) {
        this.process = process;
        this.data = data;
        this.address = URI.create(ready.get("address").asText());
        this.apiKey = ready.get("apiKey").asText();
    }

    /** Starts it from the root of the checkout, where the program must have been built. */
    static ServerProcess start() throws IOException {
        Path data = Files.createTempDirectory("selfsame-bench");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        "./selfsame",
                                        "serve",
                                        "--json",
                                        "--port",
                                        "0",
                                        "--data",
                                        data.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith("{")) {
            process.destroy();
            throw new IOException("the server did not start as it should: " + line);
        }
        return new ServerProcess(process, data, new ObjectMapper().readTree(line));
    }

    URI address() {
        return address;
    }

    String apiKey() {
        return apiKey;
    }

    /** Processor time that it has used so far, of all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(data);
    }
}
