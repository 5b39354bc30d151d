package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.multipart.PartNames;
import dev.selfsame.server.multipart.Parts;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** The parts of {@code POST /v2/match/images}, checked. */
record MatchForm(
        byte[] referenceImage,
        byte[] candidateImage,
        ImageType referenceImageType,
        ImageType candidateImageType,
        @Nullable String correlationId,
        @Nullable String evidenceId,
        @Nullable Boolean imageRotationEnabled) {

    static final PartNames PARTS =
            new PartNames(
                    Set.of("referenceImage", "candidateImage"),
                    Set.of(
                            "referenceImageType",
                            "candidateImageType",
                            "correlationId",
                            "evidenceId",
                            "imageRotationEnabled"));

    static MatchForm of(Parts parts) {
        return new MatchForm(
                image(parts, "referenceImage"),
                image(parts, "candidateImage"),
                imageType(parts, "referenceImageType"),
                imageType(parts, "candidateImageType"),
                optional(parts, "correlationId"),
                optional(parts, "evidenceId"),
                rotation(parts));
    }

    FaceRequest faceRequest() {
        return new FaceRequest(Boolean.TRUE.equals(imageRotationEnabled), false);
    }

    private static byte[] image(Parts parts, String name) {
        byte[] bytes = parts.file(name).orElseThrow(() -> missing(name));
        if (bytes.length == 0) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    name + ": empty; send the bytes of a picture file");
        }
        return bytes;
    }

    private static ImageType imageType(Parts parts, String name) {
        return ImageType.parse(name, parts.text(name).orElseThrow(() -> missing(name)));
    }

    private static @Nullable String optional(Parts parts, String name) {
        return parts.text(name).filter(value -> !value.isEmpty()).orElse(null);
    }

    private static @Nullable Boolean rotation(Parts parts) {
        String name = "imageRotationEnabled";
        return parts.text(name).map(value -> LenientBoolean.parse(name, value)).orElse(null);
    }

    private static Problem missing(String name) {
        return new Problem(ProblemKind.INVALID_REQUEST, name + ": the part is missing");
    }
}
