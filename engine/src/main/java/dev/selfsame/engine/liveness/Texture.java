package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.List;

/**
 * What the networks of the installed packs see on the skin, mean over several frames: each is read
 * as its pack says, and counts from its pack's own threshold.
 */
final class Texture implements Check {

    static final String NAME = "texture:";
    private static final int LOOKS = 6;
    private static final double SURE = 1e-4;

    private final List<AttackNetwork> networks;
    private final FrameReader reader;

    Texture(List<AttackNetwork> networks, FrameReader reader) {
        this.networks = networks;
        this.reader = reader;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        double[] sums = new double[networks.size()];
        int looks = 0;
        for (KeptFrame frame : evidence.spread(LOOKS)) {
            if (reader.read(frame.jpeg()) instanceof FrameReading.Opened(Pyramid p, var _)) {
                looks++;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += logit(networks.get(i), p, frame.sighting().face().face());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < sums.length && looks > 0; i++) {
            findings.add(
                    Finding.of(NAME + networks.get(i).name(), sums[i] / looks, Diagnostic.TEXTURE));
        }
        return findings;
    }

    private static double logit(AttackNetwork network, Pyramid picture, LocatedFace face) {
        double score =
                Math.clamp(network.score(AttackSigns.of(network, picture, face)), SURE, 1 - SURE);
        double threshold = Math.clamp(network.threshold(), SURE, 1 - SURE);
        return Math.log(score / (1 - score)) - Math.log(threshold / (1 - threshold));
    }
}
