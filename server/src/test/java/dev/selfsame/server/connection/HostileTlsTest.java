package dev.selfsame.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;

import dev.selfsame.server.testing.Authority;
import dev.selfsame.server.testing.Authority.Issued;
import dev.selfsame.server.testing.Drops;
import dev.selfsame.server.testing.LogLines;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** A server that insists on certificates of clients, and what else may come to its ports. */
final class HostileTlsTest {

    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final int ALERT = 0x15;
    private static final String HEALTH = "/actuator/health";

    @TempDir private static Path folder;

    private static Authority authority;
    private static Issued known;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        authority = new Authority("authority");
        known = authority.issue();
        Issued own = authority.issue();
        server =
                RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "selfsame.tls.certificate",
                                file("certificate.pem", own.certificatePem()),
                                "selfsame.tls.private-key",
                                file("key.pem", own.keyPem()),
                                "selfsame.tls.client-certificates",
                                "need",
                                "selfsame.tls.client-authorities",
                                file("clients.pem", authority.pem()),
                                "selfsame.tls.plain-port",
                                "0",
                                "selfsame.connections.idle-timeout",
                                "500ms"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void theServerAnswersAllTheSame() throws Exception {
        assertThat(status(known)).isEqualTo(200);
    }

    @Test
    void nobodyGetsInWithoutACertificateThatIsBelieved() throws Exception {
        // why of that name: else the client would see by itself that it need not show it
        Issued strange = new Authority("authority").issue();

        assertThatThrownBy(() -> status(null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> status(strange)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /bioserver-app/v2/match/images HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void plainHttpIsToldThatThisIsTls(String request) throws IOException {
        assertThat(RawHttp.text(server.address(), request))
                .startsWith("HTTP/1.1 400")
                .contains("requires TLS")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void garbageEndsTheConnection() throws IOException {
        Random random = new Random(20261122);
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[1 + random.nextInt(2000)];
            random.nextBytes(bytes);
            // why: half of them look like the beginning of TLS
            bytes[0] = i % 2 == 0 ? 0x16 : bytes[0];
            assertClosedWithoutHttp(bytes);
        }
    }

    /** Versions 3.0 to 1.1 of SSL and TLS, and suites of 1.2 without authenticated encryption. */
    @ParameterizedTest
    @CsvSource({"0300, c02bc02f", "0301, c02bc02f", "0302, c02bc02f", "0303, c009c013002f0035"})
    void oldVersionsAndWeakSuitesAreRefused(String version, String suites) throws IOException {
        byte[] answer = exchange(hello(version, suites));

        assertThat(answer).hasSizeGreaterThanOrEqualTo(7);
        assertThat(answer[0]).isEqualTo((byte) ALERT);
        // why these: handshake_failure, or protocol_version
        assertThat(answer[6]).isIn((byte) 40, (byte) 70);
    }

    @Test
    void theSameGreetingOfAKnownSuiteIsAnswered() throws IOException {
        // why: it shows that the others were not refused for a fault of this test
        assertThat(exchange(hello("0303", "c02b"))[0]).isEqualTo((byte) 0x16);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 20, 60})
    void halfAGreetingIsNotWaitedForForEver(int length) throws Exception {
        byte[] hello = hello("0303", "c02b");
        long began = System.nanoTime();
        try (Socket socket = socket()) {
            socket.getOutputStream().write(hello, 0, length);
            assertEnds(socket);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
    }

    @Test
    void aGreetingInDropsIsNotWaitedForForEver() throws IOException {
        // why: a record that says that it is 16 kB long
        byte[] beginning = HexFormat.of().parseHex("1603014000" + "01003ffc" + "0303");

        Drops.End end = Drops.send(server.address(), beginning, new byte[] {1});

        assertThat(end.took()).isLessThan(BOUND);
    }

    @Test
    void thePortWithoutTlsHasHealthAndNothingElse() throws Exception {
        URI plain =
                URI.create("http://127.0.0.1:" + server.part(Ports.class).plain().orElseThrow());
        String end = " HTTP/1.1\r\nHost: there\r\nConnection: close\r\n";

        assertThat(RawHttp.exchange(plain, "GET " + HEALTH + "/readiness" + end + "\r\n").status())
                .isEqualTo(200);
        RawHttp.Answer browser =
                RawHttp.exchange(plain, "GET /portal/?a=b" + end + "Accept: text/html\r\n\r\n");
        assertThat(browser.status()).isEqualTo(308);
        assertThat(browser.headers())
                .contains("Location: https://there:" + server.address().getPort() + "/portal/?a=b")
                .doesNotContain("Strict-Transport-Security");
        RawHttp.Answer program =
                RawHttp.exchange(
                        plain,
                        "GET /bioserver-app/v2/capabilities"
                                + end
                                + "apikey: "
                                + server.apiKey()
                                + "\r\n\r\n");
        assertThat(program.status()).isEqualTo(421);
        assertThat(program.body()).contains("this port has no TLS");
        assertThat(RawHttp.exchange(plain, "GET /actuator/prometheus" + end + "\r\n").status())
                .isEqualTo(421);
        assertThat(RawHttp.exchange(plain, "GET /actuator/healthx" + end + "\r\n").status())
                .isEqualTo(421);
    }

    private static void assertClosedWithoutHttp(byte[] bytes) throws IOException {
        try (LogLines log = LogLines.of("org.apache")) {
            String answer = new String(exchange(bytes), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP/1.1 2", "Exception");
            assertThat(log.from(Level.WARN)).isEmpty();
        }
    }

    /** What comes back until the server closes the connection, which it does by itself. */
    private static byte[] exchange(byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = socket()) {
            socket.getOutputStream().write(bytes);
            int next;
            while ((next = socket.getInputStream().read()) >= 0) {
                answer.write(next);
            }
        } catch (SocketException e) {
            // why: a reset is an end as well; what came before it counts
            assertThat(e).hasMessageContaining("reset");
        }
        return answer.toByteArray();
    }

    private static void assertEnds(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private static Socket socket() throws IOException {
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** The first message of a client (RFC 5246, 7.4.1.2) in one record. */
    private static byte[] hello(String version, String suites) {
        boolean extended = version.compareTo("0303") >= 0;
        // why: groups, point formats and signatures, without which nobody can answer it
        String extensions = "000a00040002" + "0017" + "000b00020100" + "000d0006000404030401";
        String body =
                version
                        + "11".repeat(32)
                        + "00"
                        + "%04x".formatted(suites.length() / 2)
                        + suites
                        + "0100"
                        + (extended ? "%04x".formatted(extensions.length() / 2) + extensions : "");
        String message = "01" + "%06x".formatted(body.length() / 2) + body;
        String record = "16" + "0301" + "%04x".formatted(message.length() / 2) + message;
        return HexFormat.of().parseHex(record);
    }

    private static int status(@Nullable Issued shown) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(authority.client(shown)).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.address() + HEALTH)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
