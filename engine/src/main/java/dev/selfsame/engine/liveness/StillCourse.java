package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

/** {@code PASSIVE}: about two seconds of a face that stays where it is. */
final class StillCourse implements Course {

    static final int MILLIS = 2000;
    static final int LEAST_FRAMES = 10;
    private static final SizeRange WANTED = new SizeRange(0.25, 0.95);
    // why: in distances of the eyes; who talks or breathes stays far below
    private static final double MOST_DRIFT = 1.5;

    private final Patience patience = new Patience();
    private @Nullable Sighting first;
    private int frames;
    private boolean done;

    @Override
    public SizeRange wanted() {
        return WANTED;
    }

    @Override
    public boolean straight() {
        return true;
    }

    @Override
    public Step see(Sighting now, PositionInfo advice) {
        boolean good = advice == PositionInfo.GOOD;
        Sighting start = first;
        if (start == null) {
            if (!patience.mayBegin(now.millis(), good)) {
                return Step.SKIP;
            }
            first = now;
            frames = 1;
            return Step.BEGIN;
        }
        // why: a blink is part of what is looked for
        boolean usable = good || advice == PositionInfo.OPEN_EYES;
        boolean holds = patience.goesOn(now.millis(), usable);
        if (!holds || now.movedFrom(start) > MOST_DRIFT) {
            restart();
            return Step.SKIP;
        }
        frames++;
        done = now.millis() - start.millis() >= MILLIS && frames >= LEAST_FRAMES;
        return Step.KEEP;
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
        return patience.exhausted() ? Diagnostic.INTERRUPTED : null;
    }
}
