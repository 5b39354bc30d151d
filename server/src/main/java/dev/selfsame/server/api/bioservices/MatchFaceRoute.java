package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.face.FaceCoding.Comparison;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.multipart.Parts;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Compares a picture with a face that was answered before, and keeps neither. */
@RestController
final class MatchFaceRoute {

    private final MultipartReader reader;
    private final FaceBodies bodies;
    private final FaceCoding coding;
    private final Faces faces;
    private final SignedAnswers answers;
    private final Clock clock;

    MatchFaceRoute(
            MultipartReader reader,
            FaceBodies bodies,
            FaceCoding coding,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.faces = Objects.requireNonNull(faces, "faces");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @PostMapping("/bioserver-app/v2/match")
    @NeedsScope(Scope.MATCH)
    @Metered("bioservices.match-face")
    @UsesWorkers
    ResponseEntity<byte[]> match(HttpServletRequest request) throws IOException {
        try (Parts parts =
                reader.read(
                        request.getContentType(),
                        request.getContentLengthLong(),
                        request.getInputStream(),
                        MatchFaceForm.PARTS)) {
            return answers.signed(
                    match(Access.callerOf(request).tenantId(), MatchFaceForm.of(parts, bodies)));
        }
    }

    private Match match(String tenantId, MatchFaceForm form) {
        return switch (coding.compare(
                tenantId, form.reference().template(), form.candidateImage(), form.faceRequest())) {
            case Comparison.Compared compared -> answer(form, compared);
            case Comparison.Unusable(var why) ->
                    throw UnusablePicture.problem("candidateImage", why);
        };
    }

    private Match answer(MatchFaceForm form, Comparison.Compared compared) {
        String id = form.reference().id();
        return new Match(
                faces.reference(id == null ? newId() : id, form.reference()),
                faces.direct(
                                newId(),
                                compared.candidate(),
                                form.candidateImageType(),
                                null,
                                form.imageRotationEnabled(),
                                clock.instant())
                        .inMatch(),
                compared.fmr().score(),
                compared.fmr().percent(),
                form.correlationId(),
                form.evidenceId(),
                Timestamp.of(clock.instant()),
                null);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
