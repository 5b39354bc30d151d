package dev.selfsame.server.person;

/**
 * A picture from which no template can be made.
 *
 * @param slot whose, see {@link Slot}
 * @param reason what is wrong with it
 * @param detail one sentence for the log: nothing of the picture
 */
public record UnusableSample(int slot, Reason reason, String detail) {

    /** What is wrong. */
    public enum Reason {
        /** No picture that can be decoded. */
        UNREADABLE,
        /** Larger than allowed. */
        TOO_LARGE,
        /** Decoded, but shows nothing that could be matched later. */
        NO_TEMPLATE
    }

    public UnusableSample {
        Slot.check(slot);
    }

    public boolean isFace() {
        return slot == Slot.FACE;
    }
}
