package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a capture has to show for itself.
 *
 * @param task what was asked
 * @param frames of the challenge, in order
 * @param complete whether the challenge was gone through
 * @param failure why it cannot be, null where it can or was
 * @param framesWithFace how many frames showed one face, before the challenge too
 * @param crowdedFrames how many frames of the challenge showed more than one face
 * @param lastAdvice what the user was told last, null before the first face
 */
record Evidence(
        LivenessTask task,
        List<KeptFrame> frames,
        boolean complete,
        @Nullable Diagnostic failure,
        int framesWithFace,
        int crowdedFrames,
        @Nullable PositionInfo lastAdvice) {

    /** At most {@code count} frames, evenly over the whole time, the first and last among them. */
    List<KeptFrame> spread(int count) {
        if (frames.size() <= count) {
            return frames;
        }
        return IntStream.range(0, count)
                .mapToObj(i -> frames.get(i * (frames.size() - 1) / (count - 1)))
                .toList();
    }
}
