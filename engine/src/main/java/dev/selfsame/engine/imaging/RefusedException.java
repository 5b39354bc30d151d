package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

/**
 * Carries a refusal from wherever a picture turns out bad to {@link ImageDecoder}, which makes a
 * result of it. Has no stack trace: hostile input is normal input.
 */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    RefusedException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    static RefusedException truncated(String what) {
        return new RefusedException(Reason.TRUNCATED, "the picture is cut off: " + what);
    }

    static RefusedException corrupt(String what) {
        return new RefusedException(Reason.CORRUPT, "the picture is damaged: " + what);
    }

    static RefusedException badHeader(String what) {
        return new RefusedException(Reason.BAD_HEADER, "the picture's header is wrong: " + what);
    }

    static RefusedException unsupported(String what) {
        return new RefusedException(Reason.UNSUPPORTED, "this variety is not read: " + what);
    }

    DecodeResult.Refused refusal() {
        return new DecodeResult.Refused(reason, detail);
    }
}
