package dev.selfsame.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.testing.Authority;
import dev.selfsame.server.testing.Authority.Issued;
import dev.selfsame.server.testing.LogLines;
import dev.selfsame.server.testing.RunningServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A server that speaks TLS and asks clients for a certificate without insisting. */
final class TlsServerTest {

    private static final String HEALTH = "/actuator/health/liveness";

    @TempDir private static Path folder;

    private static Authority authority;
    private static Authority ofClients;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        authority = new Authority("authority");
        ofClients = new Authority("authority of clients");
        write(authority.issue());
        Files.writeString(folder.resolve("clients.pem"), ofClients.pem());
        server =
                RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "selfsame.tls.certificate", file("certificate.pem"),
                                "selfsame.tls.private-key", file("key.pem"),
                                "selfsame.tls.client-certificates", "want",
                                "selfsame.tls.client-authorities", file("clients.pem"),
                                "selfsame.tls.check-every", "100ms"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void speaksTlsAndTellsBrowsersToComeByNothingElse(String version) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(authority.client(null))
                        .sslParameters(parameters)
                        .build()) {
            HttpResponse<String> answer = get(client, HEALTH);

            assertThat(server.address()).hasScheme("https");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000");
        }
    }

    @Test
    void thePortalsCookieIsSentOverTlsAlone() throws Exception {
        NewPassword user =
                server.part(PortalUsers.class).create("tls", PortalRole.ADMINISTRATOR, null);
        try (HttpClient client = client(null)) {
            HttpResponse<String> answer =
                    client.send(
                            to("/portal/api/sign-in")
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"name\":\"tls\",\"password\":\""
                                                            + user.text()
                                                            + "\"}"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("; Secure", "; HttpOnly");
        }
    }

    @Test
    void takesOverANewCertificateWhileConnectionsGoOn() throws Exception {
        try (SSLSocket open = connect(null)) {
            BigInteger before = shown(open).getSerialNumber();
            Issued next = authority.issue();

            write(next);

            awaitShown(next);
            assertThat(next.certificate().getSerialNumber()).isNotEqualTo(before);
            assertThat(ask(open)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void keepsTheCertificateOfBeforeWhereTheNewOneIsBrokenAndSaysSo() throws Exception {
        Issued good = authority.issue();
        write(good);
        awaitShown(good);
        Instant now = Instant.now();
        Issued ended = authority.issue(now.minus(Duration.ofDays(2)), now.minusSeconds(60));
        try (LogLines log = LogLines.of(CertificateWatch.class.getName())) {
            write(folder.resolve("certificate.pem"), "-----BEGIN CERTIFICATE-----\nhush\n");
            log.await("no certificate in PEM");
            write(folder.resolve("certificate.pem"), authority.issue().certificatePem());
            log.await("it is not the key of the first certificate");
            write(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nhush\n");
            log.await("no private key in PEM");
            Files.delete(folder.resolve("key.pem"));
            log.await("key.pem cannot be read");
            write(ended);
            log.await("it is valid from");

            assertThat(log.from(ch.qos.logback.classic.Level.WARN))
                    .hasSize(5)
                    .allSatisfy(it -> assertThat(it).doesNotContain("hush", "Exception"));
        }
        try (SSLSocket socket = connect(null)) {
            assertThat(shown(socket)).isEqualTo(good.certificate());
            assertThat(ask(socket)).startsWith("HTTP/1.1 200");
        }
        Issued next = authority.issue();
        write(next);
        awaitShown(next);
    }

    @Test
    void remindsOfTheEndOfACertificate() throws Exception {
        Instant now = Instant.now();
        try (LogLines log = LogLines.of(CertificateWatch.class.getName())) {
            write(authority.issue(now.minusSeconds(60), now.plus(Duration.ofDays(13))));
            log.await("the certificate ends on ");
        }
    }

    @Test
    void believesAClientsCertificateAndRefusesThatOfAStranger() throws Exception {
        try (SSLSocket known = connect(ofClients.issue())) {
            assertThat(ask(known)).startsWith("HTTP/1.1 200");
        }
        // why of that name: else the client would see by itself that it need not show it
        Issued strange = new Authority("authority of clients").issue();

        assertThatThrownBy(
                        () -> {
                            try (SSLSocket stranger = connect(strange)) {
                                ask(stranger);
                            }
                        })
                .isInstanceOfAny(SSLException.class, IOException.class);
    }

    @Test
    void takesOverNewAuthoritiesOfClients() throws Exception {
        Authority others = new Authority("others");
        Issued client = others.issue();
        try (LogLines log = LogLines.of(CertificateWatch.class.getName())) {
            write(folder.resolve("clients.pem"), ofClients.pem() + others.pem());
            log.await("a new certificate is shown");
        }

        try (SSLSocket known = connect(client)) {
            assertThat(ask(known)).startsWith("HTTP/1.1 200");
        }
    }

    private static void write(Issued issued) throws Exception {
        write(folder.resolve("certificate.pem"), issued.certificatePem());
        write(folder.resolve("key.pem"), issued.keyPem());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static HttpClient client(@Nullable Issued shown) throws Exception {
        return HttpClient.newBuilder().sslContext(authority.client(shown)).build();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(to(path).build(), BodyHandlers.ofString());
    }

    private static SSLSocket connect(@Nullable Issued shown) throws Exception {
        SSLContext context = authority.client(shown);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        return socket;
    }

    private static X509Certificate shown(SSLSocket socket) throws Exception {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** One request on a connection that stays open. */
    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write(
                        ("GET " + HEALTH + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\"status\":\"UP\"}")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static void awaitShown(Issued expected) throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (true) {
            try (SSLSocket socket = connect(null)) {
                if (shown(socket).equals(expected.certificate())) {
                    return;
                }
            }
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
