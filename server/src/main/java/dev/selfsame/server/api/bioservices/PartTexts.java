package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.json.LenientBoolean;
import dev.selfsame.server.multipart.Parts;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

/** Parts of bodies, checked as far as they are alike in all of them. */
final class PartTexts {

    private PartTexts() {}

    static byte[] picture(Parts parts, String name) {
        byte[] bytes = parts.file(name).orElseThrow(() -> missing(name));
        if (bytes.length == 0) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    name + ": empty; send the bytes of a picture file");
        }
        return bytes;
    }

    static String required(Parts parts, String name) {
        return parts.text(name).orElseThrow(() -> missing(name));
    }

    /** Null for nothing. */
    static @Nullable String optional(Parts parts, String name) {
        return parts.text(name).filter(value -> !value.isEmpty()).orElse(null);
    }

    static @Nullable Boolean flag(Parts parts, String name) {
        return parts.text(name).map(value -> LenientBoolean.parse(name, value)).orElse(null);
    }

    private static Problem missing(String name) {
        return new Problem(ProblemKind.INVALID_REQUEST, name + ": the part is missing");
    }
}
