package dev.selfsame.server.challenge;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.liveness.BestFrame;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.Outcome;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.biosession.FaceAddition;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.biosession.NewFace;
import dev.selfsame.server.callback.Callbacks;
import dev.selfsame.server.face.CodedFace;
import dev.selfsame.server.face.FaceCoding;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.Objects;

/** Turns a verdict into a result, keeps it and tells who is to be told. */
final class Conclusion {

    private static final Logger LOG = LoggerFactory.getLogger(Conclusion.class);
    private static final String ACTOR = "liveness";
    private static final String ACTION = "liveness.";
    private static final String NO_USE = "The picture of the face cannot be used";

    private final Challenges challenges;
    private final BioSessions sessions;
    private final FaceCoding coding;
    private final Callbacks callbacks;
    private final AuditTrail audit;
    private final Patience patience;

    Conclusion(
            Challenges challenges,
            BioSessions sessions,
            FaceCoding coding,
            Callbacks callbacks,
            AuditTrail audit,
            Patience patience) {
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.callbacks = Objects.requireNonNull(callbacks, "callbacks");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /** What a verdict means; the best image of a live person becomes a face of the session. */
    ChallengeResult resultOf(Challenge challenge, LivenessVerdict verdict) {
        report(challenge, verdict);
        BestFrame best = verdict.best();
        if (verdict.outcome() == Outcome.SUCCESS && best != null) {
            return withPicture(challenge, best);
        }
        ChallengeStatus status =
                verdict.outcome() == Outcome.SPOOF ? ChallengeStatus.SPOOF : ChallengeStatus.FAILED;
        return ChallengeResult.without(status, verdict.diagnostic().text());
    }

    private ChallengeResult withPicture(Challenge challenge, BestFrame best) {
        BioSession session = sessions.find(challenge.tenantId(), challenge.sessionId());
        NewFace face = new NewFace(ImageType.VIDEO_FRAME, null, null);
        ReplayTerms replay = challenge.replay();
        boolean keep =
                session.imageStorageEnabled()
                        || (replay != null && !replay.imageRetrievalDisabled());
        return switch (patience.with(() -> sessions.add(session, face, best.jpeg(), keep))) {
            case FaceAddition.Unusable _ -> ChallengeResult.without(ChallengeStatus.FAILED, NO_USE);
            case FaceAddition.Added(var added) ->
                    new ChallengeResult(
                            ChallengeStatus.SUCCESS,
                            null,
                            added.id(),
                            best.box(),
                            age(challenge, best),
                            ReportedDevice.UNKNOWN,
                            added.image(),
                            null);
        };
    }

    private @Nullable AgeVerdict age(Challenge challenge, BestFrame best) {
        Integer threshold = challenge.terms().ageThreshold();
        if (threshold == null) {
            return null;
        }
        CodedFace face =
                patience.with(
                        () ->
                                coding.read(
                                        challenge.tenantId(),
                                        best.jpeg(),
                                        new FaceRequest(false, true)));
        return switch (face) {
            case CodedFace.Coded(var read) when read.reading().ageYears() != null ->
                    // why down: as the ages of single pictures are
                    new AgeVerdict(Math.floor(read.reading().ageYears() * 10) / 10, threshold);
            case CodedFace.Coded _, CodedFace.Unusable _ -> null;
        };
    }

    /**
     * Keeps the result, then tells.
     *
     * @return whether it counts; not if the session has ended, or somebody else ended the challenge
     */
    boolean commit(Challenge running, ChallengeResult result) {
        boolean kept = challenges.replace(running.in(new ChallengeState.Ended(result)));
        LOG.info(
                "liveness of session {}: {} ({})",
                running.sessionId(),
                result.status(),
                kept ? "kept" : "too late");
        if (kept) {
            tell(running, result);
        }
        return kept;
    }

    private void tell(Challenge running, ChallengeResult result) {
        BioSession session = sessions.find(running.tenantId(), running.sessionId());
        if (session.callbackUrl() != null) {
            callbacks.announce(session.tenantId(), session.id(), session.callbackUrl());
        }
        audit.record(
                session.tenantId(),
                ACTOR,
                ACTION + result.status().name().toLowerCase(Locale.ROOT),
                session.id().toString(),
                result.status() == ChallengeStatus.SUCCESS
                        ? AuditOutcome.DONE
                        : AuditOutcome.REFUSED);
    }

    /** What was measured, in numbers alone. */
    private static void report(Challenge challenge, LivenessVerdict verdict) {
        LOG.info(
                "liveness of session {}: {} {} at {}, score {} of {}, {}: {}",
                challenge.sessionId(),
                verdict.outcome(),
                challenge.terms().mode(),
                challenge.terms().level(),
                verdict.score(),
                verdict.threshold(),
                verdict.diagnostic(),
                verdict.signs());
    }
}
