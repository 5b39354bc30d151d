package dev.selfsame.server.store.redis;

import dev.selfsame.server.biosession.BioSession;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.UUID;

/** A session as bytes; its id and tenant are in the key that they lie under. */
final class SessionValue {

    private static final int VERSION = 1;

    private SessionValue() {}

    static byte[] encode(BioSession session) {
        URI callback = session.callbackUrl();
        return new ValueWriter(VERSION)
                .textOrNothing(session.correlationId())
                .textOrNothing(session.evidenceId())
                .flag(session.imageStorageEnabled())
                .textOrNothing(callback == null ? null : callback.toString())
                .time(session.created())
                .time(session.expires())
                .done();
    }

    static BioSession decode(String tenantId, UUID id, byte[] value) throws BrokenValueException {
        ValueReader in = new ValueReader(value, VERSION);
        try {
            BioSession session =
                    new BioSession(
                            id,
                            tenantId,
                            in.textOrNothing(),
                            in.textOrNothing(),
                            in.flag(),
                            url(in.textOrNothing()),
                            in.time(),
                            in.time());
            in.end();
            return session;
        } catch (IllegalArgumentException e) {
            throw new BrokenValueException("out of range", e);
        }
    }

    private static @Nullable URI url(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
