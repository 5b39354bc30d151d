package dev.selfsame.server.api.videoserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser's end of the capture socket, as docs/web-capture.md describes it. */
final class BrowserSocket implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private BrowserSocket(URI address) {
        socket =
                http.newWebSocketBuilder()
                        .subprotocols("selfsame.capture.v1")
                        .buildAsync(address, new Ear())
                        .join();
    }

    static BrowserSocket to(RunningServer server) {
        return new BrowserSocket(
                URI.create(
                        server.address().toString().replaceFirst("^http", "ws")
                                + "/video-server/engine.io"));
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(0);
        }
    }

    BrowserSocket say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    BrowserSocket hello(String sessionId) {
        return say("{\"type\":\"hello\",\"bioSessionId\":\"" + sessionId + "\"}");
    }

    BrowserSocket start() {
        return say("{\"type\":\"start\"}");
    }

    /** Sends a frame. */
    void frame(int number, byte[] jpeg) {
        socket.sendBinary(message(number, jpeg), true).join();
    }

    /** The same where the server may hang up meanwhile; false if it has. */
    boolean tryFrame(int number, byte[] jpeg) {
        try {
            frame(number, jpeg);
            return !closed.isDone();
        } catch (CompletionException _) {
            return false;
        }
    }

    private static ByteBuffer message(int number, byte[] jpeg) {
        return ByteBuffer.allocate(4 + jpeg.length).putInt(number).put(jpeg).flip();
    }

    /** The next message, of whatever type. */
    JsonNode next() {
        try {
            JsonNode message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message within a minute").isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message of a type; others before it are overlooked. */
    JsonNode next(String type) {
        JsonNode message = next();
        while (!message.path("type").asString().equals(type)) {
            message = next();
        }
        return message;
    }

    /** With which code the server hung up. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
