package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.anonymization.Anonymization;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Looks for the faces of a picture, and covers them. */
@RestController
final class FaceRoutes {

    static final String CHECK = "Check";
    static final String IMAGE = "Image";

    private final Exchange exchange;
    private final Engine engine;
    private final Admission admission;

    FaceRoutes(Exchange exchange, Engine engine, Admission admission) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    @PostMapping("/**/multibiometrics/face_detect")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.face-detect")
    @UsesWorkers
    ResponseEntity<byte[]> detect(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                CHECK,
                check -> {
                    byte[] picture = check.bytes(IMAGE);
                    return switch (admission.run(
                            tenantId, () -> engine.findFaces(picture, FaceRequest.PLAIN))) {
                        case FacesOutcome.Faces faces -> DetectedFaces.of(faces);
                        case FacesOutcome.Unreadable(var refusal) ->
                                throw ErrorTable.unreadable(refusal);
                    };
                });
    }

    @PostMapping("/**/multibiometrics/anonymizer")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.anonymizer")
    @UsesWorkers
    ResponseEntity<byte[]> anonymize(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                CHECK,
                check -> {
                    byte[] picture = check.bytes(IMAGE);
                    return PictureAnswer.of(
                            "FaceAnonymizer", admission.run(tenantId, () -> anonymized(picture)));
                });
    }

    private byte[] anonymized(byte[] picture) {
        return switch (engine.anonymize(picture)) {
            case Anonymization.Anonymized(var image, var _, var _) -> PngFile.write(image);
            case Anonymization.Unreadable(var refusal) -> throw ErrorTable.unreadable(refusal);
        };
    }
}
