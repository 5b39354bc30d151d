package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

/** A frame's pixels, or why there are none. */
sealed interface FrameReading {

    /** Decoded, possibly at a reduced size. */
    record Opened(Pyramid picture, ImageInfo info) implements FrameReading {}

    record Refused(FrameProblem problem) implements FrameReading {}
}
