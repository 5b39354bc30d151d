package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

/** Reads what kind of picture a client says it sends. */
final class ImageTypes {

    private ImageTypes() {}

    static ImageType parse(String name, String value) {
        return ImageType.of(value)
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.INVALID_REQUEST,
                                        name
                                                + ": not a known kind of picture (expected:"
                                                + " ID_DOCUMENT, SELFIE or VIDEO_FRAME)"));
    }
}
