package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.HeadPose;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code ACTIVE}: a still face, then a nose that points to one target after the other. */
final class TurningCourse implements Course {

    /** What counts as pointing somewhere. */
    private static final class Parameters {
        static final int STILL_FRAMES = 5;
        static final double STILL_DEGREES = 5;
        static final double STRAIGHT_DEGREES = 12;
        static final double REACHED_DEGREES = 15;
        // why: a sector of 45 degrees for each target, and a little more for unsteady heads
        static final double ON_TARGET_RADIANS = Math.toRadians(32);
        static final double WRONG_RADIANS = Math.toRadians(65);
        static final int HOLD_MILLIS = 250;
        static final int WRONG_HOLD_MILLIS = 700;
        static final int MAX_MILLIS_PER_TARGET = 10_000;
    }

    private static final SizeRange WANTED = new SizeRange(0.25, 0.9);
    private static final long NEVER = Long.MIN_VALUE;

    private final List<TargetPosition> targets;
    private final Patience patience = new Patience();
    private @Nullable Sighting first;
    private @Nullable Pointer straight;
    private Pointer still = new Pointer(0, 0);
    private int stillFrames;
    private int index;
    private boolean hover;
    private boolean returned;
    private long hoverSince = NEVER;
    private long wrongSince = NEVER;
    private long targetSince;
    private @Nullable Diagnostic failure;

    TurningCourse(List<TargetPosition> targets) {
        this.targets = targets;
    }

    @Override
    public SizeRange wanted() {
        return WANTED;
    }

    @Override
    public boolean straight() {
        return straight == null;
    }

    @Override
    public Step see(Sighting now, PositionInfo advice) {
        boolean good = advice == PositionInfo.GOOD;
        if (first == null) {
            if (!patience.mayBegin(now.millis(), good)) {
                return Step.SKIP;
            }
            first = now;
            beginStill(now);
            return Step.BEGIN;
        }
        boolean usable = good || straight != null || advice == PositionInfo.OPEN_EYES;
        if (!patience.goesOn(now.millis(), usable)) {
            restart();
            return Step.SKIP;
        }
        Pointer start = straight;
        if (start == null) {
            holdStill(now);
        } else if (index < targets.size()) {
            follow(Pointer.of(now.face().face()).from(start), now.millis());
        }
        return Step.KEEP;
    }

    private void beginStill(Sighting now) {
        still = Pointer.of(now.face().face());
        stillFrames = 1;
    }

    private void holdStill(Sighting now) {
        Pointer pointer = Pointer.of(now.face().face());
        HeadPose pose = now.face().face().pose();
        boolean isStraight =
                Math.abs(pose.yawDegrees()) < Parameters.STRAIGHT_DEGREES
                        && Math.abs(pose.pitchDegrees()) < Parameters.STRAIGHT_DEGREES;
        if (!isStraight || pointer.from(still).length() > Parameters.STILL_DEGREES) {
            beginStill(now);
        } else if (++stillFrames >= Parameters.STILL_FRAMES) {
            straight = pointer;
            nextTarget(now.millis(), 0);
        }
    }

    private void follow(Pointer pointer, long millis) {
        TargetPosition target = targets.get(index);
        boolean far = pointer.length() >= Parameters.REACHED_DEGREES;
        hover = far && pointer.offTarget(target) <= Parameters.ON_TARGET_RADIANS;
        hoverSince = since(hover, hoverSince, millis);
        // why: the way from the last target leads past it and past what lies between
        returned |= !far || index == 0 || hover;
        boolean wrong = far && returned && pointer.offTarget(target) > Parameters.WRONG_RADIANS;
        wrongSince = since(wrong, wrongSince, millis);
        if (hover && millis - hoverSince >= Parameters.HOLD_MILLIS) {
            nextTarget(millis, index + 1);
        } else if (wrong && millis - wrongSince >= Parameters.WRONG_HOLD_MILLIS) {
            failure = Diagnostic.WRONG_MOVES;
        } else if (millis - targetSince > Parameters.MAX_MILLIS_PER_TARGET) {
            failure = Diagnostic.TOO_SLOW;
        }
    }

    private static long since(boolean holds, long before, long millis) {
        if (!holds) {
            return NEVER;
        }
        return before == NEVER ? millis : before;
    }

    private void nextTarget(long millis, int next) {
        index = next;
        targetSince = millis;
        hover = false;
        returned = false;
        hoverSince = NEVER;
        wrongSince = NEVER;
    }

    @Override
    public void miss(long millis) {
        if (first == null) {
            boolean _ = patience.mayBegin(millis, false);
        } else if (!patience.goesOn(millis, false)) {
            restart();
        }
    }

    private void restart() {
        first = null;
        straight = null;
        nextTarget(0, 0);
        patience.restart();
    }

    @Override
    public CapturePhase phase() {
        if (index >= targets.size()) {
            return CapturePhase.COMPLETE;
        }
        return first == null ? CapturePhase.POSITIONING : CapturePhase.CHALLENGE;
    }

    @Override
    public PositionInfo wish(Sighting now) {
        return first != null && straight == null ? PositionInfo.STAND_STILL : PositionInfo.GOOD;
    }

    @Override
    public @Nullable Diagnostic failure() {
        return failure == null && patience.exhausted() ? Diagnostic.INTERRUPTED : failure;
    }

    @Override
    public ActiveTargets active() {
        return new ActiveTargets(straight == null, false, hover, index, targets);
    }
}
