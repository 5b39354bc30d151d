package dev.selfsame.server.challenge;

import dev.selfsame.engine.liveness.CaptureProgress;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A capture while it is taken. It ends once: when all frames are there, when it takes too long or
 * when the camera goes away; whatever ends it, the challenge has a result then. Safe for several
 * threads, which wait for each other.
 */
public final class LiveCapture {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCapture.class);
    private static final String GONE = "The camera went away before the capture was complete";
    private static final String BROKEN = "The server could not decide";

    private final Challenge running;
    private final LivenessCapture frames;
    private final Admission admission;
    private final Conclusion conclusion;
    private final Patience patience;
    private final Runnable atEnd;
    private final long beganNanos = System.nanoTime();
    private final long longestNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ChallengeResult result;

    LiveCapture(
            Challenge running,
            LivenessCapture frames,
            Admission admission,
            Conclusion conclusion,
            Patience patience,
            Runnable atEnd,
            ChallengeOptions options) {
        this.running = Objects.requireNonNull(running, "running");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.atEnd = Objects.requireNonNull(atEnd, "atEnd");
        longestNanos = options.captureTime().toNanos();
    }

    /**
     * Takes a frame, at the time of its arrival.
     *
     * @return what the person is to do, null if it has ended
     * @throws Problem {@code BUSY}; then the frame is lost
     */
    public @Nullable CaptureProgress accept(byte[] jpeg) {
        lock.lock();
        try {
            if (result != null) {
                return null;
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
            return admission.run(running.tenantId(), () -> frames.accept(millis, jpeg));
        } finally {
            lock.unlock();
        }
    }

    /** Whether all frames are there that a decision needs. */
    public boolean isComplete() {
        lock.lock();
        try {
            return frames.isComplete();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it takes too long, and is to be ended. */
    public boolean isOverdue() {
        return System.nanoTime() - beganNanos > longestNanos;
    }

    /** Judges what is there and keeps the result. */
    public ChallengeResult judge() {
        return end(() -> conclusion.resultOf(running, verdict()));
    }

    /** Ends it as it took too long. */
    public ChallengeResult timeOut() {
        return end(
                () ->
                        ChallengeResult.without(
                                ChallengeStatus.TIMEOUT, verdict().diagnostic().text()));
    }

    /** Ends it as the camera went away. */
    public ChallengeResult giveUp() {
        return end(() -> ChallengeResult.without(ChallengeStatus.FAILED, GONE));
    }

    private LivenessVerdict verdict() {
        return patience.with(() -> admission.run(running.tenantId(), frames::judge));
    }

    private ChallengeResult end(Supplier<ChallengeResult> deciding) {
        lock.lock();
        try {
            if (result == null) {
                try {
                    result = decided(deciding);
                } finally {
                    atEnd.run();
                }
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private ChallengeResult decided(Supplier<ChallengeResult> deciding) {
        ChallengeResult decided;
        try {
            decided = deciding.get();
        } catch (RuntimeException e) {
            // why all: whatever breaks, the one who asks for the result is told that none comes
            LOG.warn("liveness of session {} could not be decided", running.sessionId(), e);
            decided = ChallengeResult.without(ChallengeStatus.ERROR, BROKEN);
        }
        try {
            conclusion.commit(running, decided);
        } catch (Problem e) {
            LOG.warn(
                    "liveness of session {} could not be kept: {} {}",
                    running.sessionId(),
                    e.kind() == ProblemKind.NOT_FOUND ? "it has ended" : e.kind(),
                    e.getMessage());
        }
        return decided;
    }
}
