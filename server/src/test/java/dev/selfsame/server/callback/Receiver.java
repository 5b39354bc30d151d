package dev.selfsame.server.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;

/** A receiver of call-backs: a real HTTP server on a free port of this machine. */
final class Receiver implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private volatile int usualStatus = 200;
    private volatile @Nullable String location;

    /** What came. */
    record Call(
            String method,
            String path,
            Map<String, List<String>> headers,
            String body,
            List<String> namesAsked) {

        @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static Receiver http() {
        return http("127.0.0.1", 0);
    }

    static Receiver http(String address, int port) {
        try {
            return new Receiver(HttpServer.create(place(address, port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receiver https(SSLContext identity) {
        try {
            HttpsServer server = HttpsServer.create(place("127.0.0.1", 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(identity));
            return new Receiver(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress place(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    /** Answers so from now on. */
    Receiver always(int status) {
        usualStatus = status;
        return this;
    }

    /** Answers the next call so, before what was always. */
    Receiver then(int status) {
        statuses.add(status);
        return this;
    }

    Receiver leadingTo(URI elsewhere) {
        location = elsewhere.toString();
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/callback");
    }

    /** The next call, waited for. */
    Call call() throws InterruptedException {
        Call call = calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nobody called");
        }
        return call;
    }

    /** Calls that nobody has looked at. */
    int waiting() {
        return calls.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Integer next = statuses.poll();
            String elsewhere = location;
            if (elsewhere != null) {
                exchange.getResponseHeaders().set("Location", elsewhere);
            }
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            body,
                            names(exchange)));
            exchange.sendResponseHeaders(next == null ? usualStatus : next, -1);
        }
    }

    private static List<String> names(HttpExchange exchange) {
        return exchange instanceof HttpsExchange secure
                        && secure.getSSLSession() instanceof ExtendedSSLSession session
                ? session.getRequestedServerNames().stream()
                        .map(it -> new String(it.getEncoded(), StandardCharsets.US_ASCII))
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
