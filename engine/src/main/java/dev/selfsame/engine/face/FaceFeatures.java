package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The features of a face before projection and rounding, for programs that learn a projection, a
 * calibration or quality weights. Safe for any number of threads.
 */
public final class FaceFeatures {

    /**
     * Features of one face. Shares its arrays.
     *
     * @param parts raw output of each part's network, mean over the mirror image where the mode
     *     says
     * @param quality quality components
     */
    public record Features(List<float[]> parts, Map<String, Double> quality) {}

    private final ImageDecoder decoder;
    private final FaceReader reader;
    private final FaceEncoder encoder;

    /** Reads with loaded models. */
    public FaceFeatures(ImageDecoder decoder, FaceModels models) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        reader = new FaceReader(decoder, models);
        encoder = models.encoder();
    }

    /** Features of the most prominent face at full resolution; empty where there is none. */
    public Optional<Features> read(byte[] file) {
        if (!(decoder.decode(file) instanceof Decoded decoded)) {
            return Optional.empty();
        }
        Pyramid picture = new Pyramid(decoded.image());
        return reader.mostProminent(picture)
                .map(
                        fit -> {
                            FaceEncoder.Encoding encoding = encoder.encode(picture, fit);
                            return new Features(
                                    encoding.parts().stream()
                                            .map(EncoderPart.Encoded::raw)
                                            .toList(),
                                    FaceMeasurer.components(
                                            picture, decoded.info(), fit, encoding));
                        });
    }

    /** The template that features become, without the pictures they came from. */
    public FaceTemplate template(List<float[]> parts) {
        return encoder.template(encoder.finish(parts));
    }
}
