package dev.selfsame.engine.anonymization;

import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Covers every head of a picture with a flat oval. A blur or a mosaic would leave enough to
 * recognise people by (R. McPherson et al., "Defeating Image Obfuscation with Deep Learning",
 * arXiv:1609.00408); of what a flat oval covers nothing is left. Safe for any number of threads.
 */
public final class Anonymizer {

    private final ImageDecoder decoder;
    private final FaceLocator locator;

    /** An anonymizer that finds faces with this locator. */
    public Anonymizer(ImageDecoder decoder, FaceLocator locator) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.locator = Objects.requireNonNull(locator, "locator");
    }

    /** Covers the faces of a picture file. */
    public Anonymization anonymize(byte[] file) {
        return switch (decoder.decode(file)) {
            case Refused refused -> new Anonymization.Unreadable(refused);
            case Decoded decoded -> {
                List<HeadOval> ovals = ovals(decoded.image());
                yield new Anonymization.Anonymized(
                        Cover.over(decoded.image(), ovals), ovals.size(), decoded.info());
            }
        };
    }

    /**
     * One oval a head: its most credible face, not also the ways it was found lying on its head.
     */
    private List<HeadOval> ovals(Image image) {
        List<HeadOval> ovals = new ArrayList<>();
        for (LocatedFace face : locator.suspected(new Pyramid(image))) {
            HeadOval oval = HeadOval.of(face);
            if (ovals.stream().noneMatch(kept -> kept.standsFor(oval))) {
                ovals.add(oval);
            }
        }
        return ovals;
    }
}
