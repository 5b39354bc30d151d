package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

/** {@code PASSIVE_VIDEO}: a face in a far circle, then in a near one. */
final class ApproachCourse implements Course {

    static final int HOLD_FRAMES = 4;
    static final int MAX_MILLIS = 20_000;
    private static final SizeRange FAR = new SizeRange(0.25, 0.48);
    private static final SizeRange NEAR = new SizeRange(0.68, 1.05);
    private static final double FAR_DIAMETER = 0.42;
    private static final double NEAR_DIAMETER = 0.82;

    private final Patience patience = new Patience();
    private @Nullable Sighting first;
    private int held;
    private boolean near;
    private boolean done;
    private boolean late;
    private double shortSideOverWidth = 1;

    @Override
    public SizeRange wanted() {
        return near ? NEAR : FAR;
    }

    @Override
    public boolean straight() {
        return true;
    }

    @Override
    public Step see(Sighting now, PositionInfo advice) {
        shortSideOverWidth = Math.min(1, (double) now.frameHeight() / now.frameWidth());
        boolean good = advice == PositionInfo.GOOD;
        Sighting start = first;
        if (start == null) {
            if (!patience.mayBegin(now.millis(), good)) {
                return Step.SKIP;
            }
            first = now;
            held = 1;
            return Step.BEGIN;
        }
        boolean onTheWay = near && now.size() < NEAR.least();
        boolean usable = good || onTheWay || advice == PositionInfo.OPEN_EYES;
        if (!patience.goesOn(now.millis(), usable)) {
            restart();
            return Step.SKIP;
        }
        late |= now.millis() - start.millis() > MAX_MILLIS;
        hold(good);
        return Step.KEEP;
    }

    private void hold(boolean good) {
        held = good ? held + 1 : 0;
        if (held >= HOLD_FRAMES) {
            done = near;
            near = true;
            held = 0;
        }
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
        near = false;
        held = 0;
        patience.restart();
    }

    @Override
    public CapturePhase phase() {
        if (done) {
            return CapturePhase.COMPLETE;
        }
        return first == null ? CapturePhase.POSITIONING : CapturePhase.CHALLENGE;
    }

    @Override
    public PositionInfo wish(Sighting now) {
        return PositionInfo.GOOD;
    }

    @Override
    public @Nullable Diagnostic failure() {
        if (late) {
            return Diagnostic.TOO_SLOW;
        }
        return patience.exhausted() ? Diagnostic.INTERRUPTED : null;
    }

    @Override
    public CircleTarget circle() {
        double radius = (near ? NEAR_DIAMETER : FAR_DIAMETER) / 2 * shortSideOverWidth;
        return new CircleTarget(radius, first == null ? 0 : (double) held / HOLD_FRAMES);
    }
}
