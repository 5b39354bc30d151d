package dev.selfsame.server.store.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a session lies: one hash. Its fields are {@code s} (the session, sealed), {@code x} (when
 * it ends, milliseconds since 1970), {@code n} (how many faces there are), {@code q} (how many
 * there ever were), {@code h} (until when it is held), {@code f} and a face's id (16 bytes), {@code
 * m} and the ids of a reference and a candidate.
 */
record SessionKey(String tenantId, UUID sessionId) {

    static final byte SESSION = 's';
    static final byte FACE = 'f';
    static final byte MATCH = 'm';

    private static final int ID_BYTES = 16;
    static final int FACE_BYTES = 1 + ID_BYTES;
    static final int MATCH_BYTES = 1 + 2 * ID_BYTES;

    /** The braces keep what belongs together together where keys are spread over machines. */
    byte[] bytes() {
        return ("selfsame:bs:{" + tenantId + ":" + sessionId + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sessionField() {
        return new byte[] {SESSION};
    }

    static byte[] holdField() {
        return new byte[] {'h'};
    }

    static byte[] faceField(UUID face) {
        return ids(FACE, face).array();
    }

    static byte[] matchField(UUID reference, UUID candidate) {
        return ids(MATCH, reference, candidate).array();
    }

    /** The ids in the name of a field, from this one on. */
    static UUID id(byte[] field, int index) {
        ByteBuffer in = ByteBuffer.wrap(field, 1 + index * ID_BYTES, ID_BYTES);
        return new UUID(in.getLong(), in.getLong());
    }

    /** What the session is sealed for, so that it opens nowhere else. */
    String sessionPlace() {
        return "bio-session " + sessionId;
    }

    String facePlace(UUID face) {
        return sessionPlace() + " face " + face;
    }

    String matchPlace(UUID reference, UUID candidate) {
        return sessionPlace() + " match " + reference + " " + candidate;
    }

    private static ByteBuffer ids(byte kind, UUID... ids) {
        ByteBuffer field = ByteBuffer.allocate(1 + ids.length * ID_BYTES).put(kind);
        for (UUID id : ids) {
            field.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return field;
    }
}
