package dev.selfsame.server.challenge;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;

/**
 * Frames that a program took of a person.
 *
 * @param frames in the order in which they were taken, 1..{@value #MOST_FRAMES}
 */
public record Recording(List<Frame> frames, ReportedDevice device) {

    /** The most frames of a recording. */
    public static final int MOST_FRAMES = 600;

    /** The longest frame, in bytes. */
    public static final int MOST_FRAME_BYTES = 512 * 1024;

    /** What {@link #motionJpeg} gives. */
    static final String MEDIA_TYPE = "video/x-motion-jpeg";

    public Recording {
        frames = List.copyOf(frames);
        Objects.requireNonNull(device, "device");
        if (frames.isEmpty() || frames.size() > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "frames: " + frames.size() + " (expected: 1.." + MOST_FRAMES + ")");
        }
    }

    /**
     * One frame. Shares its array.
     *
     * @param millis when it was taken, since any moment
     * @param jpeg a JPEG file
     */
    public record Frame(long millis, byte[] jpeg) {
        public Frame {
            Objects.requireNonNull(jpeg, "jpeg");
        }

        /** Leaves the picture out. */
        @Override
        public String toString() {
            return "Frame[" + millis + ", " + jpeg.length + "]";
        }
    }

    /** Bytes of all frames. */
    long bytes() {
        return frames.stream().mapToLong(frame -> frame.jpeg().length).sum();
    }

    /** One JPEG after the other, which players of video show; without their times. */
    byte[] motionJpeg() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frames.forEach(frame -> out.writeBytes(frame.jpeg()));
        return out.toByteArray();
    }
}
