package dev.selfsame.engine.portrait;

/** Whether one face stands in the picture as it should. Left and right are those of the picture. */
public enum FramingVerdict {
    /** For callers whose own work fails; a check never answers it. */
    PROCESSING_ERROR(-1),
    OK(0),
    NO_FACE(1),
    NO_LANDMARKS(2),
    SHIFTED_LEFT(3),
    SHIFTED_RIGHT(4),
    SHIFTED_UP(5),
    SHIFTED_DOWN(6),
    TOO_FAR(7),
    TOO_NEAR(8);

    private final int code;

    FramingVerdict(int code) {
        this.code = code;
    }

    /** The number on the wire, -1..8. */
    public int code() {
        return code;
    }
}
