package dev.selfsame.server.store.redis;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A session from the fields of its hash. What cannot be opened or read is left out, as nobody could
 * do anything with it; what others put there is overlooked.
 */
final class SessionFields {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFields.class);

    private final SealedValues values;

    SessionFields(SealedValues values) {
        this.values = Objects.requireNonNull(values, "values");
    }

    Optional<BioSession> session(SessionKey key, byte[] value) {
        try {
            byte[] plain = values.open(key.tenantId(), key.sessionPlace(), ByteBuffer.wrap(value));
            return Optional.of(SessionValue.decode(key.tenantId(), key.sessionId(), plain));
        } catch (BrokenValueException e) {
            warn("the session", key, e);
            return Optional.empty();
        }
    }

    /** The session with its faces, oldest first. */
    Optional<SessionContent> content(SessionKey key, Map<byte[], byte[]> fields) {
        BioSession session = null;
        Map<Long, SessionFace> faces = new TreeMap<>();
        for (Map.Entry<byte[], byte[]> entry : fields.entrySet()) {
            byte[] field = entry.getKey();
            byte[] value = entry.getValue();
            if (is(field, SessionKey.SESSION, 1)) {
                session = session(key, value).orElse(null);
            } else if (is(field, SessionKey.FACE, SessionKey.FACE_BYTES)) {
                addFace(key, SessionKey.faceId(field), value, faces);
            }
        }
        return session == null
                ? Optional.empty()
                : Optional.of(new SessionContent(session, List.copyOf(faces.values())));
    }

    private static boolean is(byte[] field, byte kind, int length) {
        return field.length == length && field[0] == kind;
    }

    private void addFace(SessionKey key, UUID id, byte[] value, Map<Long, SessionFace> faces) {
        ByteBuffer in = ByteBuffer.wrap(value);
        if (in.remaining() < Integer.BYTES) {
            warn("a face", key, new BrokenValueException("cut"));
            return;
        }
        long number = Integer.toUnsignedLong(in.getInt());
        try {
            byte[] plain = values.open(key.tenantId(), key.facePlace(id), in);
            faces.put(number, FaceValue.decode(id, plain));
        } catch (BrokenValueException e) {
            warn("a face", key, e);
        }
    }

    Optional<SessionMatch> match(SessionKey key, UUID reference, UUID candidate, byte[] value) {
        try {
            byte[] plain =
                    values.open(
                            key.tenantId(),
                            key.matchPlace(reference, candidate),
                            ByteBuffer.wrap(value));
            return Optional.of(MatchValue.decode(reference, candidate, plain));
        } catch (BrokenValueException e) {
            warn("a match", key, e);
            return Optional.empty();
        }
    }

    private static void warn(String what, SessionKey key, BrokenValueException why) {
        LOG.warn(
                "{} in Redis cannot be read and is left out, session {} of tenant {}: {}",
                what,
                key.sessionId(),
                key.tenantId(),
                why.getMessage());
    }
}
