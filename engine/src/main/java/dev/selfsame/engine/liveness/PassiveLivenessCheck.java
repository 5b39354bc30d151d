package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceLocation;
import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.inference.Network;

import java.util.Map;
import java.util.Objects;

/**
 * Judges one still picture by a network and, where the pack states weights for them, by signs
 * measured on the pixels. Safe for any number of threads.
 */
public final class PassiveLivenessCheck {

    // why: fine structure of print and screen is lost where the picture is decoded smaller
    private static final double WANTED_INTER_EYE = 120;

    private final FaceLocator locator;
    private final AttackNetwork network;

    /** A check with a network of role {@code pad}. */
    public PassiveLivenessCheck(FaceLocator locator, Network network) {
        this.locator = Objects.requireNonNull(locator, "locator");
        this.network = new AttackNetwork(network);
    }

    /** Judges the one face of a picture file. */
    public PassiveLiveness check(byte[] file) {
        return switch (locator.locate(file, WANTED_INTER_EYE)) {
            case FaceLocation.Unreadable(var refusal) -> new PassiveLiveness.Unreadable(refusal);
            case FaceLocation.NoFace(var info) -> new PassiveLiveness.NoFace(info);
            case FaceLocation.SeveralFaces(int count, var info) ->
                    new PassiveLiveness.SeveralFaces(count, info);
            case FaceLocation.Found found -> judge(found, found.info());
        };
    }

    private PassiveLiveness judge(FaceLocation.Found found, ImageInfo info) {
        Map<String, Double> signs = AttackSigns.of(network, found.picture(), found.face());
        double score = network.score(signs);
        return new PassiveLiveness.Checked(
                score >= network.threshold(),
                score,
                network.threshold(),
                network.name(),
                signs,
                info);
    }
}
