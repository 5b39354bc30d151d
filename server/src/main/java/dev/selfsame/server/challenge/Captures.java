package dev.selfsame.server.challenge;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Takes live captures, one for each challenge. Safe for any number of threads. */
public final class Captures {

    private final Challenges challenges;
    private final Conclusion conclusion;
    private final Engine engine;
    private final Admission admission;
    private final CaptureSlots slots;
    private final ChallengeOptions options;
    private final Patience patience;
    private final Clock clock;

    Captures(
            Challenges challenges,
            Conclusion conclusion,
            Engine engine,
            Admission admission,
            CaptureSlots slots,
            ChallengeOptions options,
            Patience patience,
            Clock clock) {
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.slots = Objects.requireNonNull(slots, "slots");
        this.options = Objects.requireNonNull(options, "options");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * What a browser will be asked for; nothing is begun.
     *
     * @throws Problem {@code NOT_FOUND}; {@code CONFLICT} if its one capture was taken already;
     *     {@code UNAVAILABLE}
     */
    public Challenge look(UUID sessionId) {
        Challenge challenge =
                challenges
                        .ofBrowser(sessionId)
                        .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "Session not found"));
        if (challenge.status(clock.instant()) != ChallengeStatus.INITIALIZED) {
            throw taken();
        }
        return challenge;
    }

    /**
     * Begins the one capture of a challenge.
     *
     * @throws Problem as {@link #look}, and {@code BUSY} if there are too many captures now
     */
    public LiveCapture begin(UUID sessionId) {
        Challenge challenge = look(sessionId);
        String tenant = challenge.tenantId();
        slots.take(tenant);
        boolean begun = false;
        try {
            Instant end = clock.instant().plus(options.captureTime());
            // why later: it is judged after its last frame
            Instant until = end.plus(options.captureTime());
            Challenge running = challenge.in(new ChallengeState.Running(until));
            if (!challenges.replace(running)) {
                throw taken();
            }
            LiveCapture capture =
                    new LiveCapture(
                            running,
                            engine.startLiveness(challenge.terms().task()),
                            admission,
                            conclusion,
                            patience,
                            () -> slots.free(tenant),
                            options);
            begun = true;
            return capture;
        } finally {
            if (!begun) {
                slots.free(tenant);
            }
        }
    }

    /**
     * Refuses what {@link #begin} would refuse now as there are too many captures.
     *
     * @throws Problem {@code BUSY}
     */
    public void checkRoom() {
        slots.check();
    }

    /** Captures and recordings that this server works on now. */
    public int running() {
        return slots.taken();
    }

    /** The same of one tenant. */
    public int running(String tenantId) {
        return slots.taken(tenantId);
    }

    private static Problem taken() {
        return new Problem(
                ProblemKind.CONFLICT,
                "the one capture of this session was taken already; open a new session");
    }
}
