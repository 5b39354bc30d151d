package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.face.CodedFace;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.face.ReadFace;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Reads the face of a picture and keeps nothing: whoever sent it has the template then. */
@RestController
final class DirectFaceRoute {

    private final FaceBodies bodies;
    private final FaceCoding coding;
    private final Faces faces;
    private final SignedAnswers answers;
    private final Clock clock;

    DirectFaceRoute(
            FaceBodies bodies, FaceCoding coding, Faces faces, SignedAnswers answers, Clock clock) {
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.faces = Objects.requireNonNull(faces, "faces");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @PostMapping("/bioserver-app/v2/faces")
    @NeedsScope(Scope.MATCH)
    @Metered("bioservices.face")
    @UsesWorkers
    ResponseEntity<byte[]> face(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return bodies.withPicture(
                request,
                upload ->
                        answers.signedUnless(
                                upload.signatureDisabled(), wire(upload, read(tenantId, upload))));
    }

    private ReadFace read(String tenantId, FaceBodies.Upload upload) {
        return switch (coding.read(tenantId, upload.image(), upload.request())) {
            case CodedFace.Coded(ReadFace face) -> face;
            case CodedFace.Unusable(var why) -> throw UnusablePicture.problem("image", why);
        };
    }

    private Face wire(FaceBodies.Upload upload, ReadFace face) {
        return faces.direct(
                UUID.randomUUID().toString(),
                face,
                upload.face().imageType(),
                upload.face().friendlyName(),
                upload.face().imageRotationEnabled(),
                clock.instant());
    }
}
