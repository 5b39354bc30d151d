package dev.selfsame.server.api.videoserver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** Puts the pieces of a frame together: four bytes of its number (unsigned, big-endian), a JPEG. */
final class FrameAssembly {

    private static final int NUMBER_BYTES = 4;

    private final CaptureDialogue dialogue;
    private ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
    private boolean tooLarge;

    FrameAssembly(CaptureDialogue dialogue) {
        this.dialogue = Objects.requireNonNull(dialogue, "dialogue");
    }

    /** Takes the next piece. */
    void piece(byte[] bytes, boolean last) {
        if (tooLarge || !dialogue.takesFrames()) {
            dialogue.refuseFrame("a frame before start, or after the end");
            return;
        }
        if (gathered.size() + bytes.length > NUMBER_BYTES + CaptureDialogue.MAX_FRAME_BYTES) {
            tooLarge = true;
            gathered = new ByteArrayOutputStream(0);
            dialogue.refuseFrame(
                    "a frame of more than " + CaptureDialogue.MAX_FRAME_BYTES + " bytes");
            return;
        }
        gathered.writeBytes(bytes);
        if (last) {
            byte[] whole = gathered.toByteArray();
            gathered.reset();
            if (whole.length <= NUMBER_BYTES) {
                dialogue.refuseFrame("a frame without a picture");
            } else {
                dialogue.frame(
                        Integer.toUnsignedLong(ByteBuffer.wrap(whole).getInt()),
                        Arrays.copyOfRange(whole, NUMBER_BYTES, whole.length));
            }
        }
    }
}
