package dev.selfsame.server.cli;

import dev.selfsame.server.SettingSources;
import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.tls.BelievedFile;
import dev.selfsame.server.tls.ClientCertificates;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.tls.UnusableCertificateException;

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
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

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
            "  selfsame health --url http://127.0.0.1:9000/actuator/health   # the database too",
            "  selfsame health --url https://bio.internal:8443/actuator/health --ca authority.pem"
        })
final class HealthCommand implements Callable<Integer> {

    private static final int READY = 200;
    private static final int MOST_SECONDS = 300;
    private static final String READINESS = "/actuator/health/readiness";
    private static final String TLS = "https";
    private static final Set<String> SCHEMES = Set.of("http", TLS);
    private static final String NO_TLS =
            "no TLS could be agreed on; see that the port is the one with TLS, and that it asks"
                    + " nobody for a certificate";

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
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Whose certificates to believe at an --url of https, as PEM (default: those"
                            + " that Java believes). The server of the settings is believed by the"
                            + " certificate that they name")
    private @Nullable Path authorities;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for an answer, 1..300 (default: 5)")
    private int timeoutSeconds = 5;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = CommandSpecs.of(spec);
        checkUsage(line);
        try {
            return url == null ? askOwnServer(line) : ask(url, believed(), line);
        } catch (StartFailedException e) {
            return StoreOption.fail(line, String.valueOf(e.getMessage()));
        } catch (UnusableCertificateException e) {
            return StoreOption.fail(line, e.getMessage() + "; " + e.advice());
        }
    }

    private void checkUsage(CommandLine line) {
        if (timeoutSeconds < 1 || timeoutSeconds > MOST_SECONDS) {
            throw new ParameterException(
                    line, "--timeout: " + timeoutSeconds + " (expected: 1..300)");
        }
        if (url != null && (url.getHost() == null || !SCHEMES.contains(url.getScheme()))) {
            throw new ParameterException(
                    line, "--url: expected an address such as http://127.0.0.1:8080" + READINESS);
        }
        if (authorities != null && (url == null || !TLS.equals(url.getScheme()))) {
            throw new ParameterException(
                    line, "--ca: expected with a --url such as https://bio.example" + READINESS);
        }
    }

    private int askOwnServer(CommandLine line) throws InterruptedException {
        StartOptions server = new StartOptions(data.directory(), config, Map.of());
        URI place = SettingSources.address(server).resolve(READINESS);
        if (!TLS.equals(place.getScheme())) {
            return ask(place, null, line);
        }
        TlsOptions tls = SettingSources.tls(server);
        if (tls.clientCertificates() == ClientCertificates.NEED) {
            return StoreOption.fail(
                    line,
                    "the server answers nobody without a certificate, and this has none; set"
                            + " selfsame.tls.plain-port, where health is answered without");
        }
        return ask(place, BelievedFile.ownServer(tls), line);
    }

    private @Nullable SSLContext believed() {
        return authorities == null ? null : BelievedFile.authorities("--ca", authorities);
    }

    /** Asks once; null believes what Java believes. */
    private int ask(URI place, @Nullable SSLContext believed, CommandLine line)
            throws InterruptedException {
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        HttpRequest request = HttpRequest.newBuilder(place).timeout(timeout).GET().build();
        try (HttpClient client = client(believed, timeout)) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            client.shutdownNow();
            if (status == READY) {
                line.getOut().println("ready");
                line.getOut().flush();
                return ExitCodes.OK;
            }
            return StoreOption.fail(
                    line, place + " answers " + status + "; the server's log says why");
        } catch (SSLException e) {
            return StoreOption.fail(line, place + ": " + (isOfCertificate(e) ? strange() : NO_TLS));
        } catch (IOException e) {
            return StoreOption.fail(
                    line,
                    "nothing answers at "
                            + place
                            + " within "
                            + timeoutSeconds
                            + " s; start the server, or name its address with --url");
        }
    }

    // why not another place: what a redirect leads to is not this server's health
    private static HttpClient client(@Nullable SSLContext believed, Duration timeout) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER);
        return (believed == null ? client : client.sslContext(believed)).build();
    }

    private static boolean isOfCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private String strange() {
        return url == null
                ? "it shows another certificate than selfsame.tls.certificate names now; a new one"
                      + " is taken over within selfsame.tls.check-every, and the server's log says"
                      + " why if not"
                : "its certificate is not believed, has ended or is for another name; ask by a name"
                        + " that is in it, and name a file of its authority with --ca";
    }
}
