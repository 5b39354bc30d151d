package dev.selfsame.server.store.redis;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.server.biosession.SessionMatch;

import java.util.UUID;

/** A comparison as bytes; the ids of both faces are in the name of its field. */
final class MatchValue {

    private static final int VERSION = 1;

    private MatchValue() {}

    static byte[] encode(SessionMatch match) {
        return new ValueWriter(VERSION).number(match.fmr().value()).time(match.created()).done();
    }

    static SessionMatch decode(UUID reference, UUID candidate, byte[] value)
            throws BrokenValueException {
        ValueReader in = new ValueReader(value, VERSION);
        try {
            SessionMatch match =
                    new SessionMatch(reference, candidate, new Fmr(in.real()), in.time());
            in.end();
            return match;
        } catch (IllegalArgumentException e) {
            throw new BrokenValueException("out of range", e);
        }
    }
}
