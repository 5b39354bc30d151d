package dev.selfsame.server.testing;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;
import dev.selfsame.server.media.StoredObject;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

/** Sessions and what is in them, without pictures and networks. */
public final class SampleSessions {

    public static final String TENANT = "acme";
    public static final String OTHER_TENANT = "other";

    private SampleSessions() {}

    /** A session with all that one can have. */
    public static BioSession session(Instant now, Duration life) {
        Instant created = now.truncatedTo(ChronoUnit.MILLIS);
        return new BioSession(
                UUID.randomUUID(),
                TENANT,
                "correlation-1234",
                "evidence-ünïcode",
                true,
                URI.create("https://shop.example/told?secret=callback"),
                created,
                created.plus(life));
    }

    /** A session with as little as one can have. */
    public static BioSession bareSession(Instant now, Duration life) {
        Instant created = now.truncatedTo(ChronoUnit.MILLIS);
        return new BioSession(
                UUID.randomUUID(), TENANT, null, null, false, null, created, created.plus(life));
    }

    /** A face with all that one can have; the seed makes its template. */
    public static SessionFace face(Instant now, int seed) {
        return new SessionFace(
                UUID.randomUUID(),
                "friendly-name-" + seed,
                "0123456789abcdef".repeat(4),
                ImageType.ID_DOCUMENT,
                -17,
                new Eyes(1.5, 2.25, 3, -4),
                new FaceBox(5, 6, 7, 8.125, 0.9),
                template(seed),
                false,
                new StoredObject("local", "media", "1/2/3", "fedcba98".repeat(8), "image/jpeg"),
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A face with as little as one can have. */
    public static SessionFace bareFace(Instant now, int seed) {
        return new SessionFace(
                UUID.randomUUID(),
                null,
                null,
                ImageType.SELFIE,
                null,
                null,
                null,
                template(seed),
                null,
                null,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    public static SessionMatch match(
            SessionFace reference, SessionFace candidate, double fmr, Instant now) {
        return new SessionMatch(
                reference.id(), candidate.id(), new Fmr(fmr), now.truncatedTo(ChronoUnit.MILLIS));
    }

    private static FaceTemplate template(int seed) {
        byte[] vector = new byte[128];
        new Random(seed).nextBytes(vector);
        return new FaceTemplate("SAMPLE", 1, vector);
    }
}
