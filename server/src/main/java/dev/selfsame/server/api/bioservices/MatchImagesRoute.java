package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.face.FaceMatching;
import dev.selfsame.server.face.MatchOutcome;
import dev.selfsame.server.face.ReadFace;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.multipart.Parts;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Compares two pictures and keeps neither. */
@RestController
final class MatchImagesRoute {

    private final MultipartReader reader;
    private final FaceMatching matching;
    private final Faces faces;
    private final SignedAnswers answers;
    private final Clock clock;

    MatchImagesRoute(
            MultipartReader reader,
            FaceMatching matching,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.matching = Objects.requireNonNull(matching, "matching");
        this.faces = Objects.requireNonNull(faces, "faces");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @PostMapping(
            path = "/bioserver-app/v2/match/images",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.MATCH)
    @Metered("bioservices.match")
    @UsesWorkers
    ResponseEntity<byte[]> match(HttpServletRequest request) throws IOException {
        try (Parts parts =
                reader.read(
                        request.getContentType(),
                        request.getContentLengthLong(),
                        request.getInputStream(),
                        MatchForm.PARTS)) {
            return answers.signed(match(Access.callerOf(request).tenantId(), MatchForm.of(parts)));
        }
    }

    private Match match(String tenantId, MatchForm form) {
        MatchOutcome outcome =
                matching.match(
                        tenantId, form.referenceImage(), form.candidateImage(), form.faceRequest());
        return switch (outcome) {
            case MatchOutcome.Compared compared -> answer(form, compared);
            case MatchOutcome.Unusable(MatchOutcome.Side side, FaceOutcome why) ->
                    throw UnusablePicture.problem(part(side), why);
        };
    }

    private Match answer(MatchForm form, MatchOutcome.Compared compared) {
        return new Match(
                face(compared.reference(), form.referenceImageType(), form),
                face(compared.candidate(), form.candidateImageType(), form),
                compared.fmr().score(),
                compared.fmr().percent(),
                form.correlationId(),
                form.evidenceId(),
                Timestamp.of(clock.instant()),
                null);
    }

    private Face face(ReadFace face, ImageType type, MatchForm form) {
        return faces.direct(
                        UUID.randomUUID().toString(),
                        face,
                        type,
                        null,
                        form.imageRotationEnabled(),
                        clock.instant())
                .inMatch();
    }

    private static String part(MatchOutcome.Side side) {
        return switch (side) {
            case REFERENCE -> "referenceImage";
            case CANDIDATE -> "candidateImage";
        };
    }
}
