package dev.selfsame.server.challenge;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.liveness.LivenessCapture;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.challenge.Recording.Frame;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.media.Media;
import dev.selfsame.server.media.StoredObject;
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
 * Judges recordings as if their frames came now, in the background. While it does, the session
 * cannot be deleted. Safe for any number of threads.
 */
public final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    // why: hundreds of frames of a server that is busy
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final String BROKEN = "The server could not decide";

    private final BioSessions sessions;
    private final BioSessionStore store;
    private final Challenges challenges;
    private final ReplayKeys keys;
    private final Conclusion conclusion;
    private final Media media;
    private final Engine engine;
    private final Admission admission;
    private final CaptureSlots slots;
    private final Patience patience;
    private final JsonReader reader;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Replays(
            BioSessions sessions,
            BioSessionStore store,
            Challenges challenges,
            ReplayKeys keys,
            Conclusion conclusion,
            Media media,
            Engine engine,
            Admission admission,
            CaptureSlots slots,
            Patience patience,
            JsonReader reader,
            Clock clock) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.store = Objects.requireNonNull(store, "store");
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.media = Objects.requireNonNull(media, "media");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.slots = Objects.requireNonNull(slots, "slots");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Asks for a recording.
     *
     * @throws Problem as {@link Challenges#initReplay}
     */
    public Challenge init(
            String tenantId,
            UUID sessionId,
            UUID id,
            ChallengeTerms terms,
            boolean imageRetrievalDisabled) {
        return challenges.initReplay(
                tenantId, sessionId, id, terms, keys.terms(imageRetrievalDisabled));
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
        Challenge challenge = challenges.find(tenantId, sessionId, ChallengeKind.REPLAY);
        ReplayTerms replay = Objects.requireNonNull(challenge.replay(), "replay");
        if (challenge.status(clock.instant()) != ChallengeStatus.INITIALIZED) {
            throw came();
        }
        Recording recording = opened(envelope, challenge.id(), replay);
        BioSession session = sessions.find(tenantId, sessionId);
        slots.take();
        boolean begun = false;
        try {
            Instant until = clock.instant().plus(LONGEST);
            Challenge running = challenge.in(new ChallengeState.Running(until));
            if (!challenges.replace(running)) {
                throw came();
            }
            store.hold(tenantId, sessionId, until);
            var _ = threads.submit(() -> judge(session, running, recording));
            begun = true;
            return running;
        } finally {
            if (!begun) {
                slots.free();
            }
        }
    }

    private Recording opened(String envelope, UUID id, ReplayTerms replay) {
        byte[] plain = RecordingEnvelope.open(envelope, replay.key());
        try (JsonBody body = reader.read(plain.length, new ByteArrayInputStream(plain))) {
            return RecordingForm.parse(body.value(), id, replay.serverRandom());
        }
    }

    private void judge(BioSession session, Challenge running, Recording recording) {
        try {
            ChallengeResult result;
            try {
                result = judged(session, running, recording);
            } catch (RuntimeException e) {
                // why all: whatever breaks, the one who asks is told that no result comes
                LOG.warn("the recording of session {} was not judged", session.id(), e);
                result =
                        ChallengeResult.without(ChallengeStatus.ERROR, BROKEN)
                                .of(recording.device(), null);
            }
            conclusion.commit(running, result);
        } catch (Problem e) {
            LOG.warn("a result of session {} was not kept: {}", session.id(), e.getMessage());
        } finally {
            slots.free();
            release(session);
        }
    }

    private ChallengeResult judged(BioSession session, Challenge running, Recording recording) {
        ChallengeResult result = decided(running, recording);
        StoredObject video =
                session.imageStorageEnabled()
                        ? media.put(
                                session.tenantId(),
                                session.id(),
                                running.id(),
                                session.expires(),
                                recording.motionJpeg(),
                                Recording.MEDIA_TYPE)
                        : null;
        return result.of(recording.device(), video);
    }

    private ChallengeResult decided(Challenge running, Recording recording) {
        LivenessCapture capture = engine.startLiveness(running.terms().task());
        long end = System.nanoTime() + LONGEST.toNanos() / 2;
        for (Frame frame : recording.frames()) {
            if (System.nanoTime() > end) {
                return ChallengeResult.without(
                        ChallengeStatus.TIMEOUT, "The recording took too long to judge");
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
        return conclusion.resultOf(
                running, patience.with(() -> admission.run(running.tenantId(), capture::judge)));
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
