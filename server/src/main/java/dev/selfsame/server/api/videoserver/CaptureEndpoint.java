package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.ChallengeOptions;
import dev.selfsame.server.json.JsonReader;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The sockets of browsers. What one sends is gathered in pieces and never beyond a bound, and its
 * next message is not read before the last one is answered.
 */
final class CaptureEndpoint extends Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureEndpoint.class);
    // why so small: every socket has it from its first byte on
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_TEXT = 4096;
    private static final long SEND_MILLIS = 5000;
    private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(6);

    private final Captures captures;
    private final ChallengeOptions options;
    private final JsonReader reader;
    private final JsonMapper json;
    private final Map<String, CaptureDialogue> dialogues = new ConcurrentHashMap<>();

    CaptureEndpoint(
            Captures captures, ChallengeOptions options, JsonReader reader, JsonMapper json) {
        this.captures = Objects.requireNonNull(captures, "captures");
        this.options = Objects.requireNonNull(options, "options");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.json = Objects.requireNonNull(json, "json");
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxBinaryMessageBufferSize(BUFFER_BYTES);
        session.setMaxTextMessageBufferSize(MAX_TEXT);
        session.setMaxIdleTimeout(IDLE_MILLIS);
        session.getUserProperties()
                .put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_MILLIS);
        CaptureDialogue dialogue =
                new CaptureDialogue(captures, options, reader, new SocketVoice(session, json));
        dialogues.put(session.getId(), dialogue);
        FrameAssembly frames = new FrameAssembly(dialogue);
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) dialogue::text);
        session.addMessageHandler(byte[].class, (MessageHandler.Partial<byte[]>) frames::piece);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        CaptureDialogue dialogue = dialogues.remove(session.getId());
        if (dialogue != null) {
            dialogue.gone();
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        // why no more: the socket is closed after it
        LOG.debug("a socket failed", failure);
    }

    /** Looks at the time of each; called again and again, each dialogue may have to wait. */
    void tick() {
        dialogues.values().forEach(dialogue -> Thread.startVirtualThread(dialogue::tick));
    }
}
