package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageFormat;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.imaging.Pyramid;

import org.jspecify.annotations.Nullable;

/** Decodes frames of unknown origin. Safe for any number of threads. */
final class FrameReader {

    static final int MAX_BYTES = 512 * 1024;
    static final int MAX_SIDE = 1920;
    static final int MIN_SIDE = 240;

    // why: a face that fills a third of it has 70 pixels between the eyes, what the networks want
    private static final int WORKING_LONG_SIDE = 640;

    private final ImageDecoder decoder =
            new ImageDecoder(new ImageLimits(MAX_BYTES, (long) MAX_SIDE * MAX_SIDE));

    /** At the size that networks and motion need. */
    FrameReading read(byte[] jpeg) {
        return read(jpeg, WORKING_LONG_SIDE);
    }

    /** At full size, for what is as fine as a pixel. */
    FrameReading readWhole(byte[] jpeg) {
        return read(jpeg, MAX_SIDE);
    }

    private FrameReading read(byte[] jpeg, int longSide) {
        if (jpeg.length > MAX_BYTES) {
            return new FrameReading.Refused(FrameProblem.TOO_LARGE);
        }
        if (!startsAsJpeg(jpeg)) {
            return new FrameReading.Refused(FrameProblem.UNREADABLE);
        }
        return switch (decoder.decode(jpeg, longSide)) {
            case DecodeResult.Decoded(var image, var info) -> {
                FrameProblem problem = problem(info);
                yield problem == null
                        ? new FrameReading.Opened(new Pyramid(image), info)
                        : new FrameReading.Refused(problem);
            }
            case DecodeResult.Refused(var reason, var _) ->
                    new FrameReading.Refused(
                            reason == DecodeResult.Reason.TOO_MANY_PIXELS
                                    ? FrameProblem.TOO_LARGE
                                    : FrameProblem.UNREADABLE);
        };
    }

    private static boolean startsAsJpeg(byte[] bytes) {
        return bytes.length > 3
                && bytes[0] == (byte) 0xFF
                && bytes[1] == (byte) 0xD8
                && bytes[2] == (byte) 0xFF;
    }

    private static @Nullable FrameProblem problem(ImageInfo info) {
        if (info.format() != ImageFormat.JPEG) {
            return FrameProblem.UNREADABLE;
        }
        if (Math.max(info.fileWidth(), info.fileHeight()) > MAX_SIDE) {
            return FrameProblem.TOO_LARGE;
        }
        return Math.min(info.fileWidth(), info.fileHeight()) < MIN_SIDE
                ? FrameProblem.TOO_SMALL
                : null;
    }
}
