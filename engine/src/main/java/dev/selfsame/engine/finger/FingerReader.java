package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.finger.quality.FingerQuality;
import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.ImageLimits;

import java.util.Objects;

/** From a picture file to the template of the fingerprint on it. Safe for any number of threads. */
public final class FingerReader {

    /** Fewer minutiae than this are noise as often as a finger. */
    static final int MIN_MINUTIAE = 8;

    /**
     * One finger at 1000 dpi has 3 megapixels; 8 let four fingers on one picture be refused later.
     */
    private static final long MAX_PIXELS = 8_000_000;

    private final ImageDecoder decoder;

    /**
     * A reader.
     *
     * @param limits what a picture may cost; of its pixels at most 8 million count, as a print with
     *     more is none
     */
    public FingerReader(ImageLimits limits) {
        Objects.requireNonNull(limits, "limits");
        decoder =
                new ImageDecoder(
                        new ImageLimits(
                                limits.maxBytes(), Math.min(limits.maxPixels(), MAX_PIXELS)));
    }

    /** Decodes, finds the resolution, extracts, counts. */
    public FingerOutcome read(byte[] file, FingerRequest request) {
        Objects.requireNonNull(request, "request");
        DecodeResult decoded = decoder.decode(Objects.requireNonNull(file, "file"));
        return switch (decoded) {
            case Refused refused -> new FingerOutcome.Unreadable(refused);
            case Decoded(var image, var info) ->
                    outcome(FingerPixels.of(image, Resolution.of(info, request)), info);
        };
    }

    /** Decodes, finds the resolution, extracts, measures the ridges. */
    public FingerQualityOutcome measure(byte[] file, FingerRequest request) {
        Objects.requireNonNull(request, "request");
        DecodeResult decoded = decoder.decode(Objects.requireNonNull(file, "file"));
        return switch (decoded) {
            case Refused refused -> new FingerQualityOutcome.Unreadable(refused);
            case Decoded(var image, var info) ->
                    quality(FingerPixels.of(image, Resolution.of(info, request)), info);
        };
    }

    private static FingerQualityOutcome quality(FingerPixels pixels, ImageInfo info) {
        if (pixels.isTooLarge()) {
            return new FingerQualityOutcome.Unreadable(tooLarge());
        }
        FingerQuality quality = pixels.quality();
        return new FingerQualityOutcome.Measured(
                quality.nfiq(), quality.value(), quality.components(), info);
    }

    private static Refused tooLarge() {
        return new Refused(
                Reason.TOO_MANY_PIXELS,
                "the picture is larger than a finger at its resolution; crop it to one finger or"
                        + " state the resolution");
    }

    private static FingerOutcome outcome(FingerPixels pixels, ImageInfo info) {
        if (pixels.isTooLarge()) {
            return new FingerOutcome.Unreadable(tooLarge());
        }
        if (pixels.isTooSmall()) {
            return new FingerOutcome.NoMinutiae(0, info);
        }
        FingerprintTemplate extracted = pixels.extract();
        byte[] minutiae = extracted.toByteArray();
        int count = SerializedMinutiae.count(minutiae);
        return count < MIN_MINUTIAE
                ? new FingerOutcome.NoMinutiae(count, info)
                : new FingerOutcome.Found(SerializedMinutiae.template(minutiae), count, info);
    }
}
