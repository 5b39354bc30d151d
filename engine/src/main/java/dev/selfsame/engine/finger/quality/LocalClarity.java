package dev.selfsame.engine.finger.quality;

/**
 * How clearly ridges stand apart from valleys: the share of pixels that lie on the side of the
 * threshold on which their column's mean lies, 0.5 to 1 made 0 to 1 (T. Chen, X. Jiang, W. Yau,
 * "Fingerprint image quality analysis", ICIP 2004; the local clarity score of ISO/IEC 29794-4).
 */
final class LocalClarity {

    private LocalClarity() {}

    static double of(RidgeProfile profile) {
        double[] threshold = profile.threshold();
        int right = 0;
        for (double[] row : profile.levels()) {
            for (int i = 0; i < row.length; i++) {
                boolean ridge = profile.mean()[i] < threshold[i];
                right += row[i] < threshold[i] == ridge ? 1 : 0;
            }
        }
        double share = (double) right / (RidgeProfile.ROWS * RidgeProfile.LENGTH);
        return Math.max(0, 2 * share - 1);
    }
}
