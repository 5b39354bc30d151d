package dev.selfsame.server.cli;

import dev.selfsame.server.SettingSources;
import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.StartOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Asks a server whether it is ready, for what watches containers and has no client of HTTP. */
@Command(
        name = "health",
        description = "Ask a running server whether it is ready: exit code 0 if so, else 1.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame health",
            "  selfsame health --config /etc/selfsame/selfsame.yaml",
            "  selfsame health --url http://127.0.0.1:9000/actuator/health   # the database too"
        })
final class HealthCommand implements Callable<Integer> {

    private static final int FAILURE = 1;
    private static final int READY = 200;
    private static final int MOST_SECONDS = 300;
    private static final String READINESS = "/actuator/health/readiness";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The server's settings file (default: selfsame.yaml in the data directory)")
    private @Nullable Path config;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "What to ask instead of the server that the settings name; every answer but"
                            + " 200 is a failure")
    private @Nullable URI url;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for an answer, 1..300 (default: 5)")
    private int timeoutSeconds = 5;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = CommandSpecs.of(spec);
        if (timeoutSeconds < 1 || timeoutSeconds > MOST_SECONDS) {
            throw new ParameterException(
                    line, "--timeout: " + timeoutSeconds + " (expected: 1..300)");
        }
        if (url != null && (url.getHost() == null || !SCHEMES.contains(url.getScheme()))) {
            throw new ParameterException(
                    line, "--url: expected an address such as http://127.0.0.1:8080" + READINESS);
        }
        try {
            return ask(url == null ? ownServer() : url, line);
        } catch (StartFailedException e) {
            return StoreOption.fail(line, String.valueOf(e.getMessage()));
        }
    }

    private URI ownServer() {
        return SettingSources.address(new StartOptions(data.directory(), config, Map.of()))
                .resolve(READINESS);
    }

    private int ask(URI place, CommandLine line) throws InterruptedException {
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        HttpRequest request = HttpRequest.newBuilder(place).timeout(timeout).GET().build();
        // why not another place: what a redirect leads to is not this server's health
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            client.shutdownNow();
            if (status == READY) {
                line.getOut().println("ready");
                line.getOut().flush();
                return ExitCodes.OK;
            }
            StoreOption.fail(line, place + " answers " + status + "; the server's log says why");
        } catch (IOException e) {
            StoreOption.fail(
                    line,
                    "nothing answers at "
                            + place
                            + " within "
                            + timeoutSeconds
                            + " s; start the server, or name its address with --url");
        }
        return FAILURE;
    }
}
