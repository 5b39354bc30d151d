package dev.selfsame.server.api.videoserver;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/** Speaks on a WebSocket, one message at a time. */
final class SocketVoice implements CaptureVoice {

    private static final Logger LOG = LoggerFactory.getLogger(SocketVoice.class);

    private final Session session;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();

    SocketVoice(Session session, JsonMapper json) {
        this.session = Objects.requireNonNull(session, "session");
        this.json = Objects.requireNonNull(json, "json");
    }

    @Override
    public void say(Object message) {
        String text = json.writeValueAsString(message);
        lock.lock();
        try {
            if (session.isOpen()) {
                session.getBasicRemote().sendText(text);
            }
        } catch (IOException | IllegalStateException e) {
            // why no more: that it is gone is told by the socket itself
            LOG.debug("the browser is gone", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() {
        close(CloseCodes.NORMAL_CLOSURE, "");
    }

    @Override
    public void fail(int code) {
        close(
                switch (code) {
                    case 500 -> CloseCodes.UNEXPECTED_CONDITION;
                    case 429, 503 -> CloseCodes.TRY_AGAIN_LATER;
                    default -> CloseCodes.VIOLATED_POLICY;
                },
                Integer.toString(code));
    }

    private void close(CloseCode code, String phrase) {
        lock.lock();
        try {
            if (session.isOpen()) {
                session.close(new CloseReason(code, phrase));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the browser is gone", e);
        } finally {
            lock.unlock();
        }
    }
}
