package dev.selfsame.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Frames that were taken of a person, 8 a second or so, each a JPEG of at most 512 KiB.
 *
 * <pre>{@code
 * Recording recording =
 *         Recording.of(List.of(new Recording.Frame(0, first), new Recording.Frame(125, second)));
 * Recording fromVideo = Recording.ofVideo(Path.of("selfie.mp4"), 8);
 * }</pre>
 *
 * @param frames in the order in which they were taken, 1..{@value #MOST_FRAMES}
 * @param device what they were taken with
 */
public record Recording(List<Frame> frames, RecordingDevice device) {

    /** The most frames of a recording. */
    public static final int MOST_FRAMES = 600;

    /** Checks number and order. */
    public Recording {
        Objects.requireNonNull(device, "device");
        frames = List.copyOf(frames);
        if (frames.isEmpty() || frames.size() > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "frames: " + frames.size() + " (expected: 1.." + MOST_FRAMES + ")");
        }
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).millis() <= frames.get(i - 1).millis()) {
                throw new IllegalArgumentException("frames: " + i + " is not later than the last");
            }
        }
    }

    /**
     * A frame. Shares its array.
     *
     * @param millis when it was taken, 0..3,600,000, on any clock that all frames share
     * @param jpeg a file
     */
    public record Frame(long millis, byte[] jpeg) {

        /** Checks that there is an array. */
        public Frame {
            Objects.requireNonNull(jpeg, "jpeg");
            if (millis < 0 || millis > 3_600_000) {
                throw new IllegalArgumentException("millis: " + millis + " (expected: 0..3600000)");
            }
        }

        @Override
        public String toString() {
            return "a frame of " + jpeg.length + " bytes at " + millis + " ms";
        }
    }

    /** A recording that says nothing of what it was made with. */
    public static Recording of(List<Frame> frames) {
        return new Recording(frames, RecordingDevice.UNKNOWN);
    }

    /**
     * The frames of a video file, of which the program {@code ffmpeg} makes JPEGs; turned upright,
     * the longer side 1280 pixels at most, the first {@value #MOST_FRAMES} alone.
     *
     * @param video in any format that the program reads
     * @param framesPerSecond 1..30
     * @throws IllegalStateException if there is no {@code ffmpeg} on the PATH
     * @throws java.io.UncheckedIOException if it can make no frames of the file
     */
    public static Recording ofVideo(Path video, int framesPerSecond) {
        return of(VideoFrames.of(video, framesPerSecond));
    }

    /** The same with what it was made with. */
    public Recording withDevice(RecordingDevice other) {
        return new Recording(frames, other);
    }
}
