package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

/** What kind of picture it is, spelled as on the wire. */
enum ImageType {
    ID_DOCUMENT,
    SELFIE,
    VIDEO_FRAME;

    static ImageType parse(String part, String value) {
        for (ImageType type : values()) {
            if (type.name().equals(value)) {
                return type;
            }
        }
        throw new Problem(
                ProblemKind.INVALID_REQUEST,
                part
                        + ": not a known kind of picture (expected: ID_DOCUMENT, SELFIE or"
                        + " VIDEO_FRAME)");
    }
}
