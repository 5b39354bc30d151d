package dev.selfsame.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;

import dev.selfsame.server.testing.Drops;
import dev.selfsame.server.testing.LogLines;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that take their time on purpose; the others do not wait for them. */
final class SlowClientsTest {

    private static final int MAX_CONNECTIONS = 64;
    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final String MATCH = "/bioserver-app/v2/match/images";

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "selfsame.connections.max",
                                Integer.toString(MAX_CONNECTIONS),
                                "selfsame.connections.idle-timeout",
                                "500ms",
                                "selfsame.connections.head-timeout",
                                "500ms",
                                "selfsame.connections.longest-request",
                                "2s",
                                "selfsame.uploads.timeout",
                                "1s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What comes in drops. */
    enum Kind {
        HEAD("GET /actuator/health HTTP/1.1\r\nHost: x\r\nX: ", "x", ""),
        LINE("GET /", "x", ""),
        EMPTY_LINES("", "\r\n", ""),
        BODY(head("apikey: KEY\r\nContent-Length: 5000000"), "x", "HTTP/1.1 400"),
        BODY_OF_A_STRANGER(head("Content-Length: 5000000"), "x", "HTTP/1.1 401"),
        CHUNK(chunked() + "ffffff\r\n", "x", "HTTP/1.1 400"),
        CHUNK_EXTENSION(chunked() + "5;", "x", "HTTP/1.1 400"),
        CHUNKS(chunked(), "1\r\nx\r\n", "HTTP/1.1 400");

        private final String beginning;
        private final String drop;
        private final String answer;

        Kind(String beginning, String drop, String answer) {
            this.beginning = beginning;
            this.drop = drop;
            this.answer = answer;
        }

        private static String chunked() {
            return head("apikey: KEY\r\nTransfer-Encoding: chunked");
        }

        private static String head(String headers) {
            return "POST "
                    + MATCH
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + headers
                    + "\r\n\r\n";
        }

        Drops.End send() throws IOException {
            return Drops.send(
                    server.address(),
                    bytes(beginning.replace("KEY", server.apiKey())),
                    bytes(drop));
        }
    }

    /** All of them at the same time, as an attacker would. */
    @Test
    void whatComesInDropsEndsInTimeAndNobodyWaitsForIt() throws Exception {
        Map<Kind, Drops.End> ends = new EnumMap<>(Kind.class);
        try (LogLines log = LogLines.of("org.apache");
                LogLines own = LogLines.of("dev.selfsame");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Kind, Future<Drops.End>> running = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                running.put(kind, clients.submit(kind::send));
            }
            long began = System.nanoTime();
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(sinceNanos(began)).isLessThan(BOUND);
            for (Map.Entry<Kind, Future<Drops.End>> one : running.entrySet()) {
                ends.put(one.getKey(), one.getValue().get());
            }
            assertThat(log.from(Level.WARN)).isEmpty();
            assertThat(own.from(Level.WARN)).isEmpty();
        }
        assertThat(ends)
                .hasSize(Kind.values().length)
                .allSatisfy((kind, end) -> assertThat(end.took()).isLessThan(BOUND))
                .allSatisfy(
                        (kind, end) ->
                                assertThat(end.answer())
                                        .startsWith(kind.answer)
                                        .doesNotContain("Exception", "org.apache", "200 "));
    }

    @Test
    void manyIdleConnectionsAreClosedAndKeepNobodyOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * MAX_CONNECTIONS; i++) {
                idle.add(new Socket(server.address().getHost(), server.address().getPort()));
            }
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
            for (Socket socket : idle) {
                socket.setSoTimeout(30_000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** More than any buffer between the two holds is asked for, and nothing is read. */
    @Test
    void anAnswerThatNobodyReadsIsGivenUp() throws Exception {
        try (LogLines log = LogLines.of("dev.selfsame");
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(
                    new InetSocketAddress(server.address().getHost(), server.address().getPort()));
            String request = "GET /docs/reference.js HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(bytes(request.repeat(20)));

            assertThat(endOfAWriterThatDoesNotRead(socket)).isLessThan(BOUND);
            assertThat(log.from(Level.WARN)).isEmpty();
        }
    }

    private static Duration endOfAWriterThatDoesNotRead(Socket socket) {
        long began = System.nanoTime();
        try {
            while (sinceNanos(began).compareTo(BOUND) < 0) {
                assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
                // why: it fails once the server has closed the connection
                socket.getOutputStream().write('\n');
            }
        } catch (IOException _) {
            return sinceNanos(began);
        }
        return sinceNanos(began);
    }

    private static Duration sinceNanos(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
