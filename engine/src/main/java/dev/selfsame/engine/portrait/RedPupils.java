package dev.selfsame.engine.portrait;

import java.util.Arrays;

/**
 * Red eyes: how red the inner iris is, as the excess of red over the mean of green and blue, in
 * shares of red. Pupils are black and irises at most brown, about 0.4; the retina lit by a flash is
 * 0.6 and more.
 */
final class RedPupils {

    private static final class Parameters {
        static final Scale REDNESS = new Scale(0.25, 0.6, 0.85);
        static final double INNER = 0.75;
        // why: in the dark of a pupil a few levels of noise would be a large share
        static final double FLOOR = 25;
        static final double REDDEST = 0.7;
    }

    private RedPupils() {}

    static Finding red(PortraitSheet sheet) {
        return Parameters.REDNESS.judge(
                Math.max(redness(sheet, sheet.rightEye()), redness(sheet, sheet.leftEye())));
    }

    private static double redness(PortraitSheet sheet, Eye eye) {
        Colours colours = sheet.colours();
        Iris iris = Iris.of(eye, colours);
        Region pupil = Region.disc(iris.x(), iris.y(), Parameters.INNER * iris.radius());
        double[] sorted =
                Arrays.stream(pupil.and(eye.aperture().grown(1)).pixels())
                        .mapToDouble(i -> redness(colours, i))
                        .sorted()
                        .toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) (Parameters.REDDEST * (sorted.length - 1))];
    }

    private static double redness(Colours colours, int i) {
        double excess = colours.red()[i] - (colours.green()[i] + colours.blue()[i]) / 2;
        return excess / (colours.red()[i] + Parameters.FLOOR);
    }
}
