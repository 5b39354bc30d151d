package dev.selfsame.server.face;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.face.MatchOutcome.Compared;
import dev.selfsame.server.face.MatchOutcome.Side;
import dev.selfsame.server.face.MatchOutcome.Unusable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Compares the faces of two pictures, one after the other on one worker: with requests enough for
 * all workers that is as fast as in parallel, and it never waits for a second worker.
 */
public final class FaceMatching {

    private final Engine engine;
    private final Admission admission;

    public FaceMatching(Engine engine, Admission admission) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    /**
     * Reads both pictures and compares their faces.
     *
     * @param tenantId for whom
     * @param reference picture file
     * @param candidate picture file
     * @param request how both are read
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public MatchOutcome match(
            String tenantId, byte[] reference, byte[] candidate, FaceRequest request) {
        return admission.run(tenantId, () -> matchHere(reference, candidate, request));
    }

    private MatchOutcome matchHere(byte[] reference, byte[] candidate, FaceRequest request) {
        FaceOutcome first = engine.readFace(reference, request);
        if (!(first instanceof FaceOutcome.Found foundReference)) {
            return new Unusable(Side.REFERENCE, first);
        }
        FaceOutcome second = engine.readFace(candidate, request);
        if (!(second instanceof FaceOutcome.Found foundCandidate)) {
            return new Unusable(Side.CANDIDATE, second);
        }
        ReadFace one = new ReadFace(foundReference.face(), sha256(reference));
        ReadFace other = new ReadFace(foundCandidate.face(), sha256(candidate));
        Fmr fmr = engine.compare(one.reading().template(), other.reading().template());
        return new Compared(one, other, fmr);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
