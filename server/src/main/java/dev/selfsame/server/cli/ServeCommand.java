package dev.selfsame.server.cli;

import dev.selfsame.server.SelfsameServer;
import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.tenant.InitialKey;
import dev.selfsame.server.version.Version;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Start the server; Ctrl-C or SIGTERM stops it when running requests are done.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame serve",
            "  selfsame serve --port 9000 --data /var/lib/selfsame",
            "  selfsame serve --port 0 --json      # any free port, one JSON line when ready"
        })
public final class ServeCommand implements Callable<Integer> {

    private static final int FAILURE = 1;

    /** As a process that ends by SIGTERM. */
    private static final int STOPPED_AT_START = 143;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for any free one (default: 8080)")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1, this machine alone)")
    private @Nullable String host;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of model packs used beside the built-in one")
    private @Nullable Path models;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (default: selfsame.yaml in the data directory)")
    private @Nullable Path config;

    @Option(
            names = "--json",
            description =
                    "Print one line when ready: {\"address\":\"...\",\"apiKey\":\"...\"}; at the"
                            + " first start also portal, portalUser and portalPassword")
    private boolean json;

    @Option(
            names = "--no-key",
            description =
                    "Print no API key and no password; the first key is in initial-api-key all the"
                            + " same")
    private boolean noKey;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = CommandSpecs.of(spec);
        DataDirectory directory = data.directory();
        AtomicReference<@Nullable SelfsameServer> started = new AtomicReference<>();
        StopSignals.onFirst(() -> stop(started.get()));
        try (SelfsameServer server =
                SelfsameServer.start(new StartOptions(directory, config, settings()))) {
            started.set(server);
            announce(server, line.getOut());
            server.awaitStop();
            return CommandLine.ExitCode.OK;
        } catch (StartFailedException e) {
            line.getErr().println("selfsame: " + e.getMessage());
            line.getErr().flush();
            return FAILURE;
        } catch (IOException e) {
            line.getErr().println("selfsame: the API key cannot be read: " + e.getMessage());
            line.getErr().flush();
            return FAILURE;
        }
    }

    private static void stop(@Nullable SelfsameServer started) {
        if (started == null) {
            // why: hooks would free the networks while they are being loaded; a start leaves
            // nothing
            // half done that the next one does not cope with
            Runtime.getRuntime().halt(STOPPED_AT_START);
        } else {
            started.requestStop();
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (port != null) {
            settings.put("selfsame.port", port.toString());
        }
        if (host != null) {
            settings.put("selfsame.host", host);
        }
        if (models != null) {
            settings.put("selfsame.engine.models", models.toAbsolutePath().toString());
        }
        return settings;
    }

    private void announce(SelfsameServer server, PrintWriter out) throws IOException {
        InitialKey key = server.initialKey();
        Optional<String> kept = key.stillValid();
        if (json) {
            Map<String, String> ready = new LinkedHashMap<>();
            ready.put("address", server.address().toString());
            if (!noKey) {
                kept.or(key::forThisStart).ifPresent(text -> ready.put("apiKey", text));
                server.firstPassword()
                        .ifPresent(
                                first -> {
                                    ready.put("portal", server.portal().orElseThrow().toString());
                                    ready.put("portalUser", first.name());
                                    ready.put("portalPassword", first.text());
                                });
            }
            out.println(JsonLine.of(ready));
        } else {
            announceInWords(server, key.file(), kept.isPresent(), out);
        }
        out.flush();
    }

    private void announceInWords(
            SelfsameServer server, Path keyFile, boolean keyIsKept, PrintWriter out) {
        out.println("Selfsame " + Version.current().text() + " is ready at " + server.address());
        server.firstKey()
                .filter(first -> !noKey)
                .ifPresent(
                        first -> {
                            out.println("API key: " + first.text());
                            out.println("It is shown once and kept in " + keyFile);
                        });
        server.portal().ifPresent(portal -> announcePortal(server, portal, out));
        String key = keyIsKept ? "$(cat '" + keyFile + "')" : "YOUR_KEY";
        if (!keyIsKept) {
            out.println("No key is kept in clear; make one with: selfsame keys create");
        }
        out.println("Try:");
        out.println(
                "  curl -H \"apikey: "
                        + key
                        + "\" -F referenceImage=@A.jpg -F candidateImage=@B.jpg"
                        + " -F referenceImageType=SELFIE -F candidateImageType=SELFIE "
                        + server.address()
                        + "/bioserver-app/v2/match/images");
        out.println(
                "and, in a browser with a camera, "
                        + server.address()
                        + "/capture/ (it asks for the API key)");
    }

    private void announcePortal(SelfsameServer server, URI portal, PrintWriter out) {
        String first = server.firstPassword().map(this::firstUser).orElse("");
        out.println("Portal: " + portal + first);
    }

    private String firstUser(NewPassword first) {
        return "  user "
                + first.name()
                + ", "
                + (noKey
                        ? "who gets a password by: selfsame users reset " + first.name()
                        : "password " + first.text() + " (shown once)");
    }
}
