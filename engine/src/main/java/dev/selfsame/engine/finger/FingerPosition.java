package dev.selfsame.engine.finger;

/** Which finger it is, with the codes that ISO/IEC 19794-2 and ANSI INCITS 378 share. */
public enum FingerPosition {
    /** Not stated, or several fingers at once. */
    UNKNOWN(0),
    RIGHT_THUMB(1),
    RIGHT_INDEX(2),
    RIGHT_MIDDLE(3),
    RIGHT_RING(4),
    RIGHT_LITTLE(5),
    LEFT_THUMB(6),
    LEFT_INDEX(7),
    LEFT_MIDDLE(8),
    LEFT_RING(9),
    LEFT_LITTLE(10);

    private final int code;

    FingerPosition(int code) {
        this.code = code;
    }

    /** The standards' code, 0..10. */
    public int code() {
        return code;
    }
}
