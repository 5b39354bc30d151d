package dev.selfsame.server.challenge;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.challenge.Recording.Frame;
import dev.selfsame.server.media.Media;
import dev.selfsame.server.media.StoredObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;

/**
 * Judges a recording as if its frames came now, each a piece of work of its own, so that a long
 * recording does not keep others from their turn.
 */
final class ReplayJudge {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayJudge.class);
    // why: hundreds of frames of a server that is busy
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);
    private static final String BROKEN = "The server could not decide";
    private static final String TOO_BUSY = "The server had no time to decide";

    private final Engine engine;
    private final Admission admission;
    private final Conclusion conclusion;
    private final Media media;
    private final Patience patience;
    private final long longestMillis;

    /**
     * A judge.
     *
     * @param longestRecording from its first frame to the last one that is looked at
     */
    ReplayJudge(
            Engine engine,
            Admission admission,
            Conclusion conclusion,
            Media media,
            Patience patience,
            Duration longestRecording) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.media = Objects.requireNonNull(media, "media");
        this.patience = Objects.requireNonNull(patience, "patience");
        longestMillis = longestRecording.toMillis();
    }

    /** What comes of a recording; whatever breaks, there is a result. */
    ChallengeResult judge(BioSession session, Challenge running, Recording recording) {
        StoredObject video = null;
        ChallengeResult result;
        try {
            // why first: a best image must not become a face if the result is an error in the end
            video = kept(session, running, recording);
            result = decided(running, recording);
        } catch (RuntimeException e) {
            LOG.warn("the recording of session {} was not judged", session.id(), e);
            result = ChallengeResult.without(ChallengeStatus.ERROR, BROKEN);
        }
        return result.of(recording.device(), video);
    }

    private @Nullable StoredObject kept(
            BioSession session, Challenge running, Recording recording) {
        if (!session.imageStorageEnabled()) {
            return null;
        }
        return media.put(
                session.tenantId(),
                session.id(),
                running.id(),
                session.expires(),
                recording.motionJpeg(),
                Recording.MEDIA_TYPE);
    }

    private ChallengeResult decided(Challenge running, Recording recording) {
        LivenessCapture capture = engine.startLiveness(running.terms().task());
        long end = System.nanoTime() + LONGEST_WORK.toNanos();
        long first = recording.frames().getFirst().millis();
        for (Frame frame : recording.frames()) {
            if (System.nanoTime() - end > 0) {
                return ChallengeResult.without(ChallengeStatus.ERROR, TOO_BUSY);
            }
            if (frame.millis() - first > longestMillis) {
                String why = verdict(running, capture).diagnostic().text();
                return ChallengeResult.without(ChallengeStatus.TIMEOUT, why);
            }
            var _ =
                    patience.with(
                            () ->
                                    admission.run(
                                            running.tenantId(),
                                            () -> capture.accept(frame.millis(), frame.jpeg())));
            if (capture.isComplete()) {
                break;
            }
        }
        return conclusion.resultOf(running, verdict(running, capture));
    }

    private LivenessVerdict verdict(Challenge running, LivenessCapture capture) {
        return patience.with(() -> admission.run(running.tenantId(), capture::judge));
    }
}
