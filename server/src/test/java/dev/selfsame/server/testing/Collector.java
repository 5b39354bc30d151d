package dev.selfsame.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Takes traces as collectors do: OTLP over HTTP, in Protocol Buffers. */
public final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /** A span, by the numbers of the fields in opentelemetry/proto/trace/v1/trace.proto. */
    public record Part(
            String trace,
            String id,
            String parent,
            String name,
            long kind,
            long tookNanos,
            Map<String, String> notes) {

        static Part of(WireMessage span) {
            return new Part(
                    span.hex(1),
                    span.hex(2),
                    span.hex(4),
                    span.text(5),
                    span.number(6),
                    span.number(8) - span.number(7),
                    Collector.notes(span.messages(9)));
        }
    }

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** What belongs to a trace, of all that came so far. */
    public List<Part> of(String trace) {
        return parts.stream().filter(it -> it.trace().equals(trace)).toList();
    }

    public List<Part> all() {
        return List.copyOf(parts);
    }

    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Everything that came, unpacked, in Latin-1. */
    public String bodies() {
        return String.join("\n", bodies);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                    body = in.readAllBytes();
                }
            }
            authorizations.add(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            bodies.add(new String(body, StandardCharsets.ISO_8859_1));
            new WireMessage(body)
                    .messages(1).stream()
                            .flatMap(resource -> resource.messages(2).stream())
                            .flatMap(scope -> scope.messages(2).stream())
                            .map(Part::of)
                            .forEach(parts::add);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Map<String, String> notes(List<WireMessage> pairs) {
        Map<String, String> notes = new TreeMap<>();
        for (WireMessage pair : pairs) {
            WireMessage value = pair.messages(2).getFirst();
            notes.put(
                    pair.text(1),
                    Stream.of(value.text(1), Long.toString(value.number(3)))
                            .filter(it -> !it.isEmpty())
                            .findFirst()
                            .orElseThrow());
        }
        return notes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
