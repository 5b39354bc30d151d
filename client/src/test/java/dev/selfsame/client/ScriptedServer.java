package dev.selfsame.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as it is told, on a free port, and keeps what it was asked. */
final class ScriptedServer implements AutoCloseable {

    static final String KEY = "ssk_test_0123456789abcdef";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    ScriptedServer(Reply... replies) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        script.addAll(List.of(replies));
        server.start();
    }

    /** Answers a request. */
    interface Reply {
        void to(HttpExchange exchange, CountDownLatch end) throws IOException;
    }

    /** A request that came. */
    record Asked(String method, String path, String key, String contentType, String body) {}

    static Reply json(int status, String body, String... headers) {
        return reply(status, "application/json", body, headers);
    }

    static Reply reply(int status, String type, String body, String... headers) {
        return reply(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Reply reply(int status, String type, byte[] body, String... headers) {
        return (exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Ends the connection without a word. */
    static Reply hangUp() {
        return (_, _) -> {};
    }

    /** Says nothing until the test is over. */
    static Reply silence() {
        return (_, end) -> await(end);
    }

    /** Begins an answer and says no more until the test is over. */
    static Reply stall() {
        return (exchange, end) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        };
    }

    /** Begins an answer and ends the connection. */
    static Reply breakOff() {
        return (exchange, _) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        };
    }

    /** An answer that does not end. */
    static Reply endless(int status) {
        return (exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(blanks);
                }
            }
        };
    }

    ClientOptions options() {
        return ClientOptions.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), KEY);
    }

    /** A client that does not really wait between attempts. */
    SelfsameClient client(ManualTiming timing) {
        return SelfsameClient.open(options(), timing);
    }

    /** A client that tries once. */
    SelfsameClient once() {
        return once(Duration.ofSeconds(60));
    }

    /** A client that tries once, and for so long. */
    SelfsameClient once(Duration time) {
        return SelfsameClient.open(
                options().withRetries(new RetryRules(1, time)).withRequestTimeout(time),
                new ManualTiming());
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            String key = exchange.getRequestHeaders().getFirst("apikey");
            String other = exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key");
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            key != null ? key : String.valueOf(other),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                            body));
            // why peeked: the last reply is for whatever comes after as well
            Reply reply = script.size() > 1 ? script.remove() : script.element();
            reply.to(exchange, end);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
