package dev.selfsame.server.store.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a session lies: one hash, and another one for its matches, which may be many more than its
 * faces. Fields of both: {@code x} (when it ends, milliseconds since 1970). Of the first: {@code s}
 * (the session, sealed), {@code n} (how many faces there are), {@code q} (how many there ever
 * were), {@code h} (until when it is held), {@code f} and a face's id (16 bytes). Of the second:
 * {@code m} and the ids of a reference and a candidate. A sorted set for each tenant has the ids of
 * its open sessions ({@code s} and 16 bytes) by their ends, for lists alone: who is not in it is
 * there all the same.
 */
record SessionKey(String tenantId, UUID sessionId) {

    static final byte SESSION = 's';
    static final byte FACE = 'f';

    private static final byte MATCH = 'm';

    private static final int ID_BYTES = 16;
    static final int FACE_BYTES = 1 + ID_BYTES;

    /** The braces keep what belongs together together where keys are spread over machines. */
    byte[] bytes() {
        return name().getBytes(StandardCharsets.UTF_8);
    }

    /** Where the matches lie. */
    byte[] matchBytes() {
        return (name() + ":m").getBytes(StandardCharsets.UTF_8);
    }

    /** Where the ids of all open sessions of the tenant lie, by their ends. */
    byte[] openBytes() {
        return openBytes(tenantId);
    }

    static byte[] openBytes(String tenantId) {
        return ("selfsame:bs:open:" + tenantId).getBytes(StandardCharsets.UTF_8);
    }

    /** The session's id among them. */
    byte[] member() {
        return ids(SESSION, sessionId).array();
    }

    /** The key of what {@link #member} names; empty where it is no such thing. */
    static Optional<SessionKey> ofMember(String tenantId, byte[] member) {
        return member.length == FACE_BYTES && member[0] == SESSION
                ? Optional.of(new SessionKey(tenantId, faceId(member)))
                : Optional.empty();
    }

    private String name() {
        return "selfsame:bs:{" + tenantId + ":" + sessionId + "}";
    }

    static byte[] endField() {
        return new byte[] {'x'};
    }

    static byte[] sessionField() {
        return new byte[] {SESSION};
    }

    static byte[] countField() {
        return new byte[] {'n'};
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

    /** The id in the name of a face's field. */
    static UUID faceId(byte[] field) {
        ByteBuffer in = ByteBuffer.wrap(field, 1, ID_BYTES);
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
