package dev.selfsame.engine.imaging;

/** Pixels, or the reason why there are none. A bad picture is a result, not an exception. */
public sealed interface DecodeResult {

    /** The picture was read whole. */
    record Decoded(Image image, ImageInfo info) implements DecodeResult {}

    /**
     * The picture was not read.
     *
     * @param reason category, stable
     * @param detail one sentence for the person who sent it; holds no content of the file
     */
    record Refused(Reason reason, String detail) implements DecodeResult {}

    /** Why a picture is refused. */
    enum Reason {
        EMPTY,
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        UNKNOWN_FORMAT,
        /** Zero width or height, or a header that contradicts itself. */
        BAD_HEADER,
        TRUNCATED,
        CORRUPT,
        /** A second file of another kind is hidden in or behind the picture. */
        POLYGLOT,
        /** A valid file of a variety that is not read. */
        UNSUPPORTED
    }
}
