package dev.selfsame.server.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The server as a process of its own, as whoever runs it starts it. */
public final class StandaloneServer implements AutoCloseable {

    private final CommandProcess process;
    private final URI address;
    private final String apiKey;

    private StandaloneServer(CommandProcess process, URI address, String apiKey) {
        this.process = process;
        this.address = address;
        this.apiKey = apiKey;
    }

    /**
     * Starts one on a free port, and returns when it is ready.
     *
     * @param folder for what it says
     * @param data its data directory, new or used
     * @param variables its environment
     */
    public static StandaloneServer start(Path folder, Path data, Map<String, String> variables)
            throws IOException {
        CommandProcess process =
                CommandProcess.start(
                        folder,
                        variables,
                        "serve",
                        "--json",
                        "--port",
                        "0",
                        "--data",
                        data.toString());
        JsonNode ready = JsonMapper.builder().build().readTree(process.line());
        return new StandaloneServer(
                process,
                URI.create(ready.get("address").stringValue()),
                ready.get("apiKey").stringValue());
    }

    /** Settings as the environment variables that mean the same. */
    public static Map<String, String> variables(Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>();
        settings.forEach(
                (name, value) ->
                        variables.put(
                                name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""),
                                value));
        return variables;
    }

    public URI address() {
        return address;
    }

    /** A key that may do everything. */
    public String apiKey() {
        return apiKey;
    }

    /** Ends it as {@code kill -9} does, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.kill();
        process.exitCode();
    }

    @Override
    public void close() throws IOException {
        process.kill();
        process.close();
    }
}
