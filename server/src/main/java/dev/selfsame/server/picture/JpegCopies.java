package dev.selfsame.server.picture;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;

import java.util.Objects;

/** Pictures as JPEG, for APIs that answer with nothing else. */
public final class JpegCopies {

    // why these: the contract wants faces at 80 or more, and the better one is hard to tell from
    // the original
    private static final int COMPRESSED = 80;
    private static final int FAITHFUL = 95;

    private final Engine engine;
    private final Admission admission;

    JpegCopies(Engine engine, Admission admission) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    /**
     * A JPEG of a picture that was read before: the file itself where it is one.
     *
     * @param tenantId for whom
     * @param compressed made anew with quality 80, unless that makes it larger
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public byte[] of(String tenantId, byte[] file, boolean compressed) {
        boolean isJpeg = file.length > 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8;
        if (isJpeg && !compressed) {
            return file;
        }
        int quality = compressed ? COMPRESSED : FAITHFUL;
        byte[] copy =
                admission.run(
                        tenantId,
                        () ->
                                engine.toJpeg(file, quality)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                "a picture that was read before"
                                                                        + " is unreadable")));
        return isJpeg && copy.length >= file.length ? file : copy;
    }
}
