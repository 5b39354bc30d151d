package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.multipart.PartNames;
import dev.selfsame.server.multipart.Parts;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** The parts of {@code POST /v2/match}, checked. */
record MatchFaceForm(
        FaceJson reference,
        byte[] candidateImage,
        ImageType candidateImageType,
        @Nullable String correlationId,
        @Nullable String evidenceId,
        @Nullable Boolean imageRotationEnabled) {

    static final PartNames PARTS =
            new PartNames(
                    Set.of("candidateImage"),
                    Set.of(
                            "candidateImageType",
                            "referenceFace",
                            "correlationId",
                            "evidenceId",
                            "imageRotationEnabled"));

    static MatchFaceForm of(Parts parts, FaceBodies bodies) {
        return new MatchFaceForm(
                bodies.face("referenceFace", PartTexts.required(parts, "referenceFace")),
                PartTexts.picture(parts, "candidateImage"),
                ImageTypes.parse(
                        "candidateImageType", PartTexts.required(parts, "candidateImageType")),
                PartTexts.optional(parts, "correlationId"),
                PartTexts.optional(parts, "evidenceId"),
                PartTexts.flag(parts, "imageRotationEnabled"));
    }

    FaceRequest faceRequest() {
        return new FaceRequest(Boolean.TRUE.equals(imageRotationEnabled), false);
    }
}
