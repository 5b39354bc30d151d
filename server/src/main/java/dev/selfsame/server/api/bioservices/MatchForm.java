package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.multipart.PartNames;
import dev.selfsame.server.multipart.Parts;

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
                PartTexts.picture(parts, "referenceImage"),
                PartTexts.picture(parts, "candidateImage"),
                imageType(parts, "referenceImageType"),
                imageType(parts, "candidateImageType"),
                PartTexts.optional(parts, "correlationId"),
                PartTexts.optional(parts, "evidenceId"),
                PartTexts.flag(parts, "imageRotationEnabled"));
    }

    FaceRequest faceRequest() {
        return new FaceRequest(Boolean.TRUE.equals(imageRotationEnabled), false);
    }

    private static ImageType imageType(Parts parts, String name) {
        return ImageTypes.parse(name, PartTexts.required(parts, name));
    }
}
