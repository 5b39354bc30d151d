package dev.selfsame.server.picture;

import dev.selfsame.engine.imaging.DecodeResult;

/** What the sender of a picture that cannot be read should do. */
public final class Remedy {

    private Remedy() {}

    /** An advice that goes on a sentence about the picture, such as "scale it down". */
    public static String against(DecodeResult.Reason reason) {
        return switch (reason) {
            case EMPTY, TRUNCATED -> "copy or download it again";
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> "scale it down";
            case UNKNOWN_FORMAT, UNSUPPORTED -> "convert it, to JPEG or PNG for example";
            case BAD_HEADER, CORRUPT, POLYGLOT -> "open it in a picture program and save it anew";
        };
    }
}
