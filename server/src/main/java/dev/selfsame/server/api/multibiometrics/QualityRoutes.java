package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.finger.FingerQualityOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.portrait.PortraitCheck;
import dev.selfsame.engine.portrait.TokenCrop;
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

/** Measures portraits and fingerprints, and makes portraits of the size that documents want. */
@RestController
final class QualityRoutes {

    private final Exchange exchange;
    private final Engine engine;
    private final Admission admission;

    QualityRoutes(Exchange exchange, Engine engine, Admission admission) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    @PostMapping("/**/quality/check_icao")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("quality.check-icao")
    @UsesWorkers
    ResponseEntity<byte[]> portrait(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                FaceRoutes.CHECK,
                check -> {
                    byte[] picture = check.bytes(FaceRoutes.IMAGE);
                    return switch (admission.run(tenantId, () -> engine.checkPortrait(picture))) {
                        case PortraitCheck.Checked(var report, var _) -> IcaoAnswer.of(report);
                        case PortraitCheck.Unreadable(var refusal) ->
                                throw ErrorTable.unreadable(refusal);
                    };
                });
    }

    @PostMapping("/**/quality/icao_crop")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("quality.icao-crop")
    @UsesWorkers
    ResponseEntity<byte[]> crop(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                FaceRoutes.CHECK,
                check -> {
                    byte[] picture = check.bytes(FaceRoutes.IMAGE);
                    // why with one "p": the contract spells it so
                    return PictureAnswer.of(
                            "IcaoCropedImage", admission.run(tenantId, () -> cropped(picture)));
                });
    }

    @PostMapping("/**/quality/check_nfiq")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("quality.check-nfiq")
    @UsesWorkers
    ResponseEntity<byte[]> nfiq(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                FaceRoutes.CHECK,
                check -> {
                    byte[] picture = check.bytes(FaceRoutes.IMAGE);
                    return switch (admission.run(
                            tenantId, () -> engine.fingerQuality(picture, FingerRequest.PLAIN))) {
                        case FingerQualityOutcome.Measured measured ->
                                NfiqAnswer.of(measured.nfiq());
                        case FingerQualityOutcome.Unreadable(var refusal) ->
                                throw ErrorTable.unreadable(refusal);
                    };
                });
    }

    private byte[] cropped(byte[] picture) {
        return switch (engine.cropPortrait(picture)) {
            case TokenCrop.Cropped(var image, var _) -> PngFile.write(image);
            case TokenCrop.NoFace _ -> throw Modality.FACE.noTemplate("no face found");
            case TokenCrop.SeveralFaces(var count, var _) ->
                    throw Modality.FACE.noTemplate(count + " faces found");
            case TokenCrop.Unreadable(var refusal) -> throw ErrorTable.unreadable(refusal);
        };
    }
}
