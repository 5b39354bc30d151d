package dev.selfsame.server.api.videoserver;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.liveness.CapturePhase;
import dev.selfsame.engine.liveness.CaptureProgress;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.server.api.ErrorAnswers;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.api.videoserver.SocketMessages.BestImageInfo;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeOptions;
import dev.selfsame.server.challenge.ChallengeResult;
import dev.selfsame.server.challenge.LiveCapture;
import dev.selfsame.server.challenge.LivenessWords;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The talk with one browser: it names its session, is told how to send, sends frames, is told what
 * the person is to do, and hears that the result is there. Frames that come too fast are answered
 * and not looked at. One thread at a time, but for {@link #tick}.
 */
final class CaptureDialogue {

    /** The largest frame. */
    static final int MAX_FRAME_BYTES = 512 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CaptureDialogue.class);
    private static final int WINDOW = 2;
    private static final double JPEG_QUALITY = 0.85;
    private static final int MAX_LONG_SIDE = 1280;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    // why: a page is open for a while before its reader says that he is ready
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5);
    // why less than a whole turn: frames of a steady camera do not arrive steadily
    private static final double EARLIEST = 0.6;
    private static final int MOST_UNWANTED = 300;

    private final Captures captures;
    private final ChallengeOptions options;
    private final JsonReader reader;
    private final CaptureVoice voice;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long openedNanos = System.nanoTime();
    private @Nullable Challenge challenge;
    private volatile @Nullable LiveCapture capture;
    private long lastFrameNanos;
    private int unwanted;
    private boolean instructed;

    CaptureDialogue(
            Captures captures, ChallengeOptions options, JsonReader reader, CaptureVoice voice) {
        this.captures = Objects.requireNonNull(captures, "captures");
        this.options = Objects.requireNonNull(options, "options");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.voice = Objects.requireNonNull(voice, "voice");
    }

    /** The browser said something. */
    void text(String message) {
        guarded(
                () -> {
                    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
                    try (JsonBody body =
                            reader.read(bytes.length, new ByteArrayInputStream(bytes))) {
                        act(JsonForm.open("message", body.value()));
                    }
                });
    }

    private void act(JsonForm form) {
        String type = form.text("type");
        switch (type == null ? "" : type) {
            case "hello" -> hello(form);
            case "start" -> start();
            case "bye" -> gone();
            default -> throw invalid("type: expected hello, start or bye");
        }
    }

    private void hello(JsonForm form) {
        if (challenge != null) {
            throw invalid("hello was said already");
        }
        String id = form.text("bioSessionId");
        UUID sessionId = WireId.session(id == null ? "" : id);
        Challenge found = captures.look(sessionId);
        challenge = found;
        voice.say(
                new SocketMessages.Ready(
                        LivenessWords.of(found.terms().mode()),
                        options.framesPerSecond(),
                        WINDOW,
                        MAX_FRAME_BYTES,
                        JPEG_QUALITY,
                        MAX_LONG_SIDE,
                        options.captureTime().toSeconds()));
    }

    private void start() {
        Challenge known = challenge;
        if (known == null) {
            throw invalid("start before hello");
        }
        if (capture != null) {
            throw invalid("start was said already");
        }
        try {
            capture = captures.begin(known.sessionId());
        } catch (Problem e) {
            // why: to pages 429 means that a user is shut out, and 503 that there are too many
            throw e.kind() == ProblemKind.BUSY
                    ? new Problem(ProblemKind.UNAVAILABLE, "too many captures now; try again soon")
                    : e;
        }
        lastFrameNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
    }

    /** Whether frames are taken now. */
    boolean takesFrames() {
        return capture != null && !over.get();
    }

    /** The browser sent something that is no frame, or not now. */
    void refuseFrame(String why) {
        guarded(
                () -> {
                    throw invalid(why);
                });
    }

    /** The browser sent a frame. */
    void frame(long number, byte[] jpeg) {
        guarded(() -> take(number, jpeg));
    }

    private void take(long number, byte[] jpeg) {
        LiveCapture running = capture;
        if (running == null) {
            throw invalid("a frame before start");
        }
        long now = System.nanoTime();
        double wanted = TimeUnit.SECONDS.toNanos(1) / (double) options.framesPerSecond();
        if (now - lastFrameNanos < EARLIEST * wanted) {
            ignore(number);
            return;
        }
        lastFrameNanos = now;
        CaptureProgress progress = progress(running, jpeg);
        voice.say(
                new SocketMessages.Tracking(
                        number, progress == null ? null : TrackingInfo.of(progress)));
        if (progress != null) {
            instruct(progress.phase());
            if (running.isComplete()) {
                voice.say(new SocketMessages.Instruction("TRACKER_CHALLENGE_PENDING"));
                finish(running.judge());
            }
        }
    }

    /** Null where the server is too busy to look at it. */
    private static @Nullable CaptureProgress progress(LiveCapture running, byte[] jpeg) {
        try {
            return running.accept(jpeg);
        } catch (Problem e) {
            if (e.kind() != ProblemKind.BUSY) {
                throw e;
            }
            return null;
        }
    }

    private void ignore(long number) {
        if (++unwanted > MOST_UNWANTED) {
            throw invalid("far more frames than were asked for");
        }
        voice.say(new SocketMessages.Tracking(number, null));
    }

    private void instruct(CapturePhase phase) {
        Challenge known = challenge;
        if (!instructed && known != null && phase == CapturePhase.CHALLENGE) {
            instructed = true;
            voice.say(
                    new SocketMessages.Instruction(
                            known.terms().mode() == LivenessMode.ACTIVE
                                    ? "FACEFLOW_CHALLENGE_2D"
                                    : "TRACKER_CHALLENGE_DONT_MOVE"));
        }
    }

    private void finish(ChallengeResult result) {
        if (over.compareAndSet(false, true)) {
            FaceBox box = result.box();
            voice.say(new SocketMessages.Result(box == null ? null : info(box)));
            voice.end();
        }
    }

    private static BestImageInfo info(FaceBox box) {
        return new BestImageInfo(box.x(), box.y(), box.width(), box.height());
    }

    /** Looks at the time; for another thread, which may have to wait. */
    void tick() {
        LiveCapture running = capture;
        long open = System.nanoTime() - openedNanos;
        if (over.get()) {
            return;
        }
        if (running != null) {
            if (running.isOverdue()) {
                finish(running.timeOut());
            }
        } else if (open > (challenge == null ? PATIENCE_NANOS : START_NANOS)) {
            fail(408, "nothing came for too long");
        }
    }

    /** The browser went away, or what it sent cannot be used. */
    void gone() {
        LiveCapture running = capture;
        if (over.compareAndSet(false, true) && running != null) {
            running.giveUp();
        }
        voice.end();
    }

    private void guarded(Runnable step) {
        if (over.get()) {
            return;
        }
        try {
            step.run();
        } catch (Problem e) {
            LOG.info("capture refused: {} {}", e.kind(), e.getMessage());
            fail(ErrorAnswers.status(e.kind()), e.getMessage());
        } catch (RuntimeException e) {
            // why all: whatever breaks, the page must not wait for ever
            LOG.error("a capture failed", e);
            fail(500, "the server failed");
        }
    }

    private void fail(int code, String message) {
        if (over.compareAndSet(false, true)) {
            LiveCapture running = capture;
            if (running != null) {
                running.giveUp();
            }
            voice.say(new SocketMessages.Failure(code, message));
            voice.fail(code);
        }
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
