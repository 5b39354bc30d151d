package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * One capture: fed with frames as they come, it says what the user should do and keeps what the
 * decision needs, at most {@value FrameStore#MAX_FRAMES} frames and {@value FrameStore#MAX_BYTES}
 * bytes. Confined to one thread at a time; each call works on the caller's thread.
 */
public final class LivenessCapture {

    // why: 40 frames a second are more than any course needs, and looking at one costs time
    private static final int LEAST_MILLIS_BETWEEN_FRAMES = 25;

    // why: twice a second is enough to notice a second face
    private static final int FRAMES_BETWEEN_LOOKS = 4;

    private final LivenessTask task;
    private final FrameReader reader;
    private final FaceWatch watch;
    private final LivenessJudge judge;
    private final Course course;
    private final FrameStore store = new FrameStore();
    private @Nullable Sighting before;
    private long lastMillis = Long.MIN_VALUE;
    private int framesWithFace;
    private int crowdedFrames;
    private @Nullable PositionInfo lastAdvice;

    LivenessCapture(LivenessTask task, FrameReader reader, FaceWatch watch, LivenessJudge judge) {
        this.task = task;
        this.reader = reader;
        this.watch = watch;
        this.judge = judge;
        course =
                switch (task.mode()) {
                    case PASSIVE -> new StillCourse();
                    case PASSIVE_VIDEO -> new ApproachCourse();
                    case ACTIVE -> new TurningCourse(task.targets());
                };
    }

    /** What has to be shown. */
    public LivenessTask task() {
        return task;
    }

    /**
     * Looks at one frame, about 10 to 25 milliseconds of CPU time. Any bytes may come: what cannot
     * be used gives a {@link FrameProblem}. Frames after completion are ignored.
     *
     * @param millis when the frame was taken, on any steady clock of one origin
     * @param jpeg a JPEG file of at most 512 kB and 1920 pixels a side
     */
    public CaptureProgress accept(long millis, byte[] jpeg) {
        Objects.requireNonNull(jpeg, "jpeg");
        if (isComplete()) {
            return progress(PositionInfo.GOOD, null, null);
        }
        FrameProblem early = tooEarly(millis);
        if (early != null) {
            return progress(PositionInfo.UNKNOWN, null, early);
        }
        lastMillis = millis;
        return switch (reader.read(jpeg)) {
            case FrameReading.Refused(var problem) -> {
                course.miss(millis);
                yield progress(PositionInfo.UNKNOWN, null, problem);
            }
            case FrameReading.Opened(var picture, var info) -> look(millis, jpeg, picture, info);
        };
    }

    private @Nullable FrameProblem tooEarly(long millis) {
        if (lastMillis == Long.MIN_VALUE) {
            return null;
        }
        if (millis <= lastMillis) {
            return FrameProblem.OUT_OF_ORDER;
        }
        return millis - lastMillis < LEAST_MILLIS_BETWEEN_FRAMES ? FrameProblem.TOO_SOON : null;
    }

    private CaptureProgress look(long millis, byte[] jpeg, Pyramid picture, ImageInfo info) {
        boolean searching = before == null || framesWithFace % FRAMES_BETWEEN_LOOKS == 0;
        List<TrackedFace> faces = watch.faces(picture, before, searching);
        if (faces.size() != 1) {
            crowdedFrames += faces.isEmpty() || course.phase() == CapturePhase.POSITIONING ? 0 : 1;
            before = null;
            course.miss(millis);
            return progress(PositionInfo.MOVE_BACK_INTO_FRAME, null, null);
        }
        framesWithFace++;
        Sighting now = Sighting.of(millis, picture, info, faces.get(0));
        PositionInfo advice = Guide.advice(now, before, course.wanted(), course.straight());
        before = now;
        keep(jpeg, now, course.see(now, advice));
        lastAdvice = advice;
        PositionInfo told = advice == PositionInfo.GOOD ? course.wish(now) : advice;
        return progress(told, now, null);
    }

    private void keep(byte[] jpeg, Sighting now, Course.Step step) {
        switch (step) {
            case SKIP -> {}
            case BEGIN -> {
                store.clear();
                crowdedFrames = 0;
                store.add(new KeptFrame(jpeg.clone(), now));
            }
            case KEEP -> store.add(new KeptFrame(jpeg.clone(), now));
        }
    }

    private CaptureProgress progress(
            PositionInfo position, @Nullable Sighting face, @Nullable FrameProblem problem) {
        FaceBox box = face == null ? null : face.boxInFile();
        return new CaptureProgress(
                phase(),
                position,
                face == null ? 0 : Math.clamp(face.box().width() / face.frameWidth(), 0.0, 1.0),
                face == null ? 0 : Math.clamp(face.box().height() / face.frameHeight(), 0.0, 1.0),
                face != null && Guide.tooSmall(face, course.wanted()),
                face != null && face.size() > course.wanted().most(),
                course.circle(),
                course.active(),
                box,
                problem);
    }

    /** The face of the last frame, null where it had none. */
    @Nullable Sighting lastSighting() {
        return before;
    }

    private CapturePhase phase() {
        return isComplete() ? CapturePhase.COMPLETE : course.phase();
    }

    /** Whether there is nothing more to wait for: {@link #judge} now. */
    public boolean isComplete() {
        return course.failure() != null || course.phase() == CapturePhase.COMPLETE;
    }

    /**
     * Decides, up to half a second of CPU time. May be called before completion, where the capture
     * was given up; then it never succeeds.
     */
    public LivenessVerdict judge() {
        return judge.judge(
                new Evidence(
                        task,
                        store.frames(),
                        course.phase() == CapturePhase.COMPLETE,
                        course.failure(),
                        framesWithFace,
                        crowdedFrames,
                        lastAdvice));
    }
}
