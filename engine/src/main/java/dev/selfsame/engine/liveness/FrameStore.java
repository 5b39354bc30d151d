package dev.selfsame.engine.liveness;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of the challenge, in order. Bounded: when it is full, every second one of the older
 * half is dropped, so that the whole time stays covered.
 */
final class FrameStore {

    static final int MAX_FRAMES = 64;
    static final int MAX_BYTES = 24_000_000;

    private final List<KeptFrame> frames = new ArrayList<>();
    private int bytes;

    void add(KeptFrame frame) {
        frames.add(frame);
        bytes += frame.bytes();
        while (frames.size() > MAX_FRAMES || (bytes > MAX_BYTES && frames.size() > 1)) {
            thin();
        }
    }

    private void thin() {
        // why from the second: the first frame is the face that looks straight ahead
        for (int i = Math.max(1, frames.size() / 2 - 1); i > 0; i -= 2) {
            bytes -= frames.remove(i).bytes();
        }
    }

    void clear() {
        frames.clear();
        bytes = 0;
    }

    int bytes() {
        return bytes;
    }

    List<KeptFrame> frames() {
        return List.copyOf(frames);
    }
}
