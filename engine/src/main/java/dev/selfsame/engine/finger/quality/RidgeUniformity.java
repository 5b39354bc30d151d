package dev.selfsame.engine.finger.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * How even ridges and valleys are: one over one plus the relative deviation of their widths, times
 * the share of the rarer of the two against a half (after the ridge valley uniformity of ISO/IEC
 * 29794-4; wet prints have broad ridges, dry ones narrow and broken ones).
 */
final class RidgeUniformity {

    private RidgeUniformity() {}

    /** 0..1; 0 where there are fewer than two whole ridges or valleys. */
    static double of(RidgeProfile profile) {
        double[] threshold = profile.threshold();
        List<Integer> widths = new ArrayList<>();
        int since = -1;
        int ridges = 0;
        for (int i = 1; i < RidgeProfile.LENGTH; i++) {
            boolean ridge = profile.mean()[i] < threshold[i];
            ridges += ridge ? 1 : 0;
            if (ridge != profile.mean()[i - 1] < threshold[i - 1]) {
                if (since >= 0) {
                    widths.add(i - since);
                }
                since = i;
            }
        }
        if (widths.size() < 3) {
            return 0;
        }
        double share = (double) ridges / (RidgeProfile.LENGTH - 1);
        return 2 * Math.min(share, 1 - share) / (1 + relativeDeviation(widths));
    }

    private static double relativeDeviation(List<Integer> widths) {
        double mean = widths.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double squares = widths.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        return Math.sqrt(squares / widths.size()) / mean;
    }
}
