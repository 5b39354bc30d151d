package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.Map;

/** What one still picture says about whether its face was there in person. */
public sealed interface PassiveLiveness {

    /**
     * One face, judged.
     *
     * @param attack whether the score reaches the threshold
     * @param score presentation attack score 0..1: 0 looks like a person, 1 like a picture of one;
     *     for its meaning in error rates see docs/liveness.md
     * @param threshold from which score on it counts as an attack, 0..1
     * @param network name of the network that judged
     * @param signs what was measured, by name: {@code network} is the logit of the network, {@code
     *     paleness} 0..1 how far the skin lacks red
     * @param info the file
     */
    record Checked(
            boolean attack,
            double score,
            double threshold,
            String network,
            Map<String, Double> signs,
            ImageInfo info)
            implements PassiveLiveness {

        public Checked {
            signs = Map.copyOf(signs);
        }
    }

    /** No face of usable size. */
    record NoFace(ImageInfo info) implements PassiveLiveness {}

    /**
     * More than one face of a size that could be meant.
     *
     * @param count 2 or more
     */
    record SeveralFaces(int count, ImageInfo info) implements PassiveLiveness {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements PassiveLiveness {}
}
