package dev.selfsame.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command line in a process of its own, from the jar that users start; the build lays it out
 * before the tests.
 */
public final class CommandProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final Path APPLICATION =
            Path.of("target/selfsame/selfsame.jar").toAbsolutePath();
    private static final Path START_CACHE = Path.of("target/test-start.aot").toAbsolutePath();

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private CommandProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a command; what it writes to standard error goes to a file in the folder. */
    public static CommandProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** Starts a command with further environment variables. */
    public static CommandProcess start(
            Path folder, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                // why: too short-lived for the optimising compiler
                                "-XX:TieredStopAtLevel=1",
                                "-XX:AOTCache=" + START_CACHE,
                                "-Xlog:disable",
                                "-Xlog:all=warning:stderr",
                                "-jar",
                                APPLICATION.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        // why: an RSA key takes longer to make than all the rest of a start
        if (variables.keySet().stream().noneMatch(it -> it.startsWith("SELFSAME_SIGNING_"))) {
            builder.environment().put("SELFSAME_SIGNING_ALGORITHM", "ES256");
        }
        builder.environment().putAll(variables);
        return new CommandProcess(builder.start(), errors);
    }

    /** The next line of standard output. */
    public String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("no more output; errors: " + errors());
        }
        return line;
    }

    /** What is left of standard output. */
    public List<String> lines() {
        return output.lines().toList();
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    public long pid() {
        return process.pid();
    }

    /** Asks it to stop, as service managers do. */
    public void terminate() {
        // why not Process.destroy: it closes the output as well
        process.toHandle().destroy();
    }

    /** Sends a signal by its short name, such as HUP, with the shell's own command. */
    public void signal(String name) throws IOException, InterruptedException {
        String command = "kill -" + name + " " + process.pid();
        int exitCode = new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + " ended with " + exitCode);
        }
    }

    /** Ends it without a chance to tidy up. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
