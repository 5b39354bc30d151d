package dev.selfsame.server.challenge;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Asks for recordings, takes them and has them judged in the background. While it does, the session
 * cannot be deleted. Safe for any number of threads.
 */
public final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    // why: longer than the judge takes, with all that it waits for
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    // the frames, and two copies of them while they are kept as a video
    private static final int HELD_PER_BYTE = 3;

    private final BioSessions sessions;
    private final BioSessionStore store;
    private final Challenges challenges;
    private final ReplayKeys keys;
    private final ReplayJudge judge;
    private final Conclusion conclusion;
    private final CaptureSlots slots;
    private final UploadBudget budget;
    private final JsonReader reader;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Replays(
            BioSessions sessions,
            BioSessionStore store,
            Challenges challenges,
            ReplayKeys keys,
            ReplayJudge judge,
            Conclusion conclusion,
            CaptureSlots slots,
            UploadBudget budget,
            JsonReader reader,
            Clock clock) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.store = Objects.requireNonNull(store, "store");
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.judge = Objects.requireNonNull(judge, "judge");
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.slots = Objects.requireNonNull(slots, "slots");
        this.budget = Objects.requireNonNull(budget, "budget");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Asks for a recording.
     *
     * @param id by which the caller knows it
     * @throws Problem as {@link Challenges#initReplay}
     */
    public Challenge init(
            String tenantId,
            UUID sessionId,
            String id,
            ChallengeTerms terms,
            boolean imageRetrievalDisabled) {
        return challenges.initReplay(
                tenantId, sessionId, terms, keys.terms(id, imageRetrievalDisabled));
    }

    /**
     * Refuses what {@link #submit} would refuse now, before the recording has arrived.
     *
     * @throws Problem {@code NOT_FOUND}, {@code CONFLICT}, {@code BUSY}, {@code UNAVAILABLE}
     */
    public void check(String tenantId, UUID sessionId) {
        waiting(tenantId, sessionId);
        slots.check();
    }

    /**
     * Takes the recording of a session and begins to judge it.
     *
     * @param envelope as {@link RecordingEnvelope} describes it
     * @return the challenge, in progress
     * @throws Problem {@code NOT_FOUND}; {@code INVALID_REQUEST}; {@code CONFLICT} if one came
     *     already; {@code BUSY}, {@code UNAVAILABLE}
     */
    public Challenge submit(String tenantId, UUID sessionId, String envelope) {
        Challenge challenge = waiting(tenantId, sessionId);
        Recording recording =
                opened(envelope, Objects.requireNonNull(challenge.replay(), "replay"));
        BioSession session = sessions.find(tenantId, sessionId);
        UploadBudget.Lease lease = budget.lease();
        slots.take(tenantId);
        boolean begun = false;
        try {
            lease.reserve(HELD_PER_BYTE * recording.bytes());
            Challenge running = begun(challenge);
            threads.execute(() -> judge(session, running, recording, lease));
            begun = true;
            return running;
        } finally {
            if (!begun) {
                lease.close();
                slots.free(tenantId);
            }
        }
    }

    /** The challenge of a session that no recording came for. */
    private Challenge waiting(String tenantId, UUID sessionId) {
        Challenge challenge = challenges.find(tenantId, sessionId, ChallengeKind.REPLAY);
        if (challenge.status(clock.instant()) != ChallengeStatus.INITIALIZED) {
            throw came();
        }
        return challenge;
    }

    private Recording opened(String envelope, ReplayTerms replay) {
        byte[] plain = RecordingEnvelope.open(envelope, replay.key());
        try (JsonBody body = reader.read(plain.length, new ByteArrayInputStream(plain))) {
            return RecordingForm.parse(body.value(), replay.id(), replay.serverRandom());
        }
    }

    /** The same in progress, its session held. */
    private Challenge begun(Challenge challenge) {
        Instant until = clock.instant().plus(LONGEST);
        Challenge running = challenge.in(new ChallengeState.Running(until));
        if (!challenges.replace(running)) {
            throw came();
        }
        boolean held = false;
        try {
            held = store.hold(challenge.tenantId(), challenge.sessionId(), until);
        } finally {
            if (!held) {
                challenges.replace(running.in(new ChallengeState.Initialized()));
            }
        }
        if (!held) {
            throw new Problem(ProblemKind.NOT_FOUND, "Session not found");
        }
        return running;
    }

    private void judge(
            BioSession session, Challenge running, Recording recording, UploadBudget.Lease lease) {
        try {
            ChallengeResult result;
            try {
                result = judge.judge(session, running, recording);
            } finally {
                // why before the result is told: who learns of it may delete the session at once,
                // or send the next recording
                lease.close();
                slots.free(session.tenantId());
                release(session);
            }
            conclusion.commit(running, result);
        } catch (RuntimeException e) {
            // why all: nobody else would hear of it
            LOG.warn("a result of session {} was not kept, or not told", session.id(), e);
        }
    }

    private void release(BioSession session) {
        try {
            store.release(session.tenantId(), session.id());
        } catch (Problem e) {
            LOG.info("session {} is held until its time is up: {}", session.id(), e.getMessage());
        }
    }

    private static Problem came() {
        return new Problem(
                ProblemKind.CONFLICT,
                "the recording of this challenge came already; ask for new parameters");
    }

    /** Lets what is judged come to its end, but does not wait for ever for it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
