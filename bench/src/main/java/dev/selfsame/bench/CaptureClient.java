package dev.selfsame.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A browser that captures again and again, a session each time, until its time is over. */
final class CaptureClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WINDOW = 2;

    private final ServerProcess server;
    private final List<byte[]> frames;
    private final String mode;
    private final int framesPerSecond;

    CaptureClient(ServerProcess server, List<byte[]> frames, String mode, int framesPerSecond) {
        this.server = server;
        this.frames = frames;
        this.mode = mode;
        this.framesPerSecond = framesPerSecond;
    }

    /**
     * What it saw.
     *
     * @param due frames that the camera gave while a capture ran
     * @param looked frames that the server looked at
     * @param millis from sending each of those to its answer
     * @param bytes sent
     * @param results captures that came to their end
     */
    record Seen(int due, int looked, List<Double> millis, long bytes, int results) {

        static final Seen NOTHING = new Seen(0, 0, List.of(), 0, 0);

        Seen and(Seen other) {
            List<Double> both = new ArrayList<>(millis);
            both.addAll(other.millis);
            return new Seen(
                    due + other.due,
                    looked + other.looked,
                    both,
                    bytes + other.bytes,
                    results + other.results);
        }

        double[] sortedMillis() {
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** The server carries no more captures. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1;

        RefusedException() {
            super("no more captures are taken (429)");
        }
    }

    Seen run(long endNanos) throws IOException, InterruptedException {
        Seen seen = Seen.NOTHING;
        while (System.nanoTime() < endNanos) {
            seen = seen.and(capture(endNanos));
        }
        return seen;
    }

    private Seen capture(long endNanos) throws IOException, InterruptedException {
        Ear ear = new Ear();
        WebSocket socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(
                                        server.address().toString().replaceFirst("^http", "ws")
                                                + "/video-server/engine.io"),
                                ear)
                        .join();
        try {
            say(socket, "{\"type\":\"hello\",\"bioSessionId\":\"" + open() + "\"}");
            say(socket, "{\"type\":\"start\"}");
            return film(socket, ear, endNanos);
        } finally {
            socket.abort();
        }
    }

    private String open() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                server.address().resolve("/video-server/init-liveness-session"))
                        .header("apikey", server.apiKey())
                        .POST(BodyPublishers.ofString("{\"livenessMode\":\"" + mode + "\"}"))
                        .build();
        HttpResponse<Void> answer = HTTP.send(request, BodyHandlers.discarding());
        if (answer.statusCode() == 429) {
            throw new RefusedException();
        }
        String location =
                answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IOException("no session was opened"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private Seen film(WebSocket socket, Ear ear, long endNanos) throws InterruptedException {
        long began = System.nanoTime();
        int due = 0;
        long bytes = 0;
        while (!ear.over() && System.nanoTime() < endNanos) {
            long next = began + due * 1_000_000_000L / framesPerSecond;
            ear.waitUntil(next);
            byte[] jpeg = frames.get(due % frames.size());
            due++;
            if (ear.window.tryAcquire()) {
                ear.sent.put(due, System.nanoTime());
                if (!sent(socket, due, jpeg)) {
                    break;
                }
                bytes += jpeg.length;
            }
        }
        return new Seen(due, ear.millis.size(), List.copyOf(ear.millis), bytes, ear.over() ? 1 : 0);
    }

    /** False where the server has hung up, as it does when it has all that it wants. */
    private static boolean sent(WebSocket socket, int number, byte[] jpeg) {
        try {
            socket.sendBinary(
                            ByteBuffer.allocate(4 + jpeg.length).putInt(number).put(jpeg).flip(),
                            true)
                    .join();
            return true;
        } catch (CompletionException _) {
            return false;
        }
    }

    private static void say(WebSocket socket, String text) {
        socket.sendText(text, true).join();
    }

    /** What the server says. */
    private static final class Ear implements WebSocket.Listener {

        private final Semaphore window = new Semaphore(WINDOW);
        private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
        private final BlockingQueue<Double> millis = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> end = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                switch (json.path("type").asText()) {
                    case "tracking" -> {
                        Long at = sent.remove(json.path("ack").asInt());
                        if (at != null && json.has("info")) {
                            millis.add((System.nanoTime() - at) / 1e6);
                        }
                        window.release();
                    }
                    case "result", "error" -> end.add(message);
                    default -> {}
                }
            } catch (IOException e) {
                end.add(e.getMessage());
            }
        }

        boolean over() {
            return !end.isEmpty();
        }

        /** Returns at a moment, or when it is over. */
        void waitUntil(long nanos) throws InterruptedException {
            String ended = end.poll(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (ended != null) {
                end.add(ended);
            }
        }
    }
}
