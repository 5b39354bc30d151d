package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageFormat;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.imaging.WsqEncoder;
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

/** Fingerprints into the FBI's format and out of it. */
@RestController
final class WsqRoutes {

    private static final String DECODE = "Decode";
    // why: as for fingers to compare; one at 1000 dpi has 3 megapixels
    private static final long MAX_PIXELS = 8_000_000;
    // why: the encoder's least; see WsqEncoder
    private static final int LEAST_SIDE = 81;

    private final Exchange exchange;
    private final Admission admission;
    private final ImageLimits limits;
    private final ImageDecoder decoder;

    WsqRoutes(Exchange exchange, Admission admission, ImageLimits limits) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.limits = new ImageLimits(limits.maxBytes(), Math.min(limits.maxPixels(), MAX_PIXELS));
        decoder = new ImageDecoder(this.limits);
    }

    @PostMapping({"/**/multibiometrics/wsq_encode", "/**/multibiometrics/encode"})
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.wsq-encode")
    @UsesWorkers
    ResponseEntity<byte[]> encode(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                EncodeForm.KEY,
                encode -> {
                    EncodeForm form = EncodeForm.of(encode);
                    return WsqAnswer.of(
                            EncodeForm.KEY, admission.run(tenantId, () -> encoded(form)));
                });
    }

    @PostMapping({"/**/multibiometrics/decode", "/**/multibiometrics/wsq_decode"})
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.decode")
    @UsesWorkers
    ResponseEntity<byte[]> decode(HttpServletRequest request) throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                DECODE,
                decode -> {
                    byte[] wsq = decode.bytes("Wsq");
                    return WsqAnswer.of(DECODE, admission.run(tenantId, () -> decoded(wsq)));
                });
    }

    private byte[] encoded(EncodeForm form) {
        Image image = read(form.picture()).image();
        if (Math.min(image.width(), image.height()) < LEAST_SIDE) {
            throw new Refusal(ErrorText.INVALID_BASE64, "the picture is too small for the format");
        }
        return new WsqEncoder(form.rate(), limits)
                .encode(Grey.of(image), image.width(), image.height(), form.dpi());
    }

    private byte[] decoded(byte[] wsq) {
        Decoded decoded = read(wsq);
        if (decoded.info().format() != ImageFormat.WSQ) {
            throw new Refusal(ErrorText.INVALID_BASE64, "the picture is in another format");
        }
        Image image = decoded.image();
        return PngFile.writeGrey(
                image.width(), image.height(), Grey.of(image), decoded.info().dpi());
    }

    private Decoded read(byte[] picture) {
        return switch (decoder.decode(picture)) {
            case Decoded decoded -> decoded;
            case DecodeResult.Refused refused -> throw ErrorTable.unreadable(refused);
        };
    }
}
