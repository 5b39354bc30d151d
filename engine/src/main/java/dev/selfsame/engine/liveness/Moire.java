package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;

import java.util.List;

/**
 * Sharp peaks in the spectrum of the face: the grid of a screen beats with that of the camera
 * (moire). Skin has no pattern that repeats. Source of the idea: K. Patel et al., "Live face video
 * vs. spoof face video: use of moire patterns to detect replay video attacks", ICB 2015. The value
 * is the logarithm of the highest peak over its surroundings at the same frequency, in a spectrum
 * that is the mean over several frames.
 */
final class Moire implements Check {

    static final String NAME = "moire";
    private static final int LOOKS = 5;
    private static final int SIDE = 128;

    /** Cycles in the square: below is the face itself, above nothing but noise is left of JPEG. */
    private static final int LOWEST = 14;

    private static final int HIGHEST = 56;
    private static final int SURROUNDINGS = 4;

    private final FrameReader reader;

    Moire(FrameReader reader) {
        this.reader = reader;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        double[] sum = new double[SIDE * SIDE];
        int looks = 0;
        for (KeptFrame frame : evidence.spread(LOOKS)) {
            if (reader.readWhole(frame.jpeg()) instanceof FrameReading.Opened(Pyramid p, var _)) {
                double[] power = Spectrum.power(patch(p, frame.sighting()), SIDE);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += power[i];
                }
                looks++;
            }
        }
        return looks == 0
                ? List.of()
                : List.of(Finding.of(NAME, value(peak(sum), looks), Diagnostic.TEXTURE));
    }

    /** The middle of the face in the frame's own pixels: scaling would blur the pattern. */
    private static float[] patch(Pyramid picture, Sighting sighting) {
        FaceBox box = sighting.boxInFile();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        Affine map = new Affine(1, 0, Math.rint(x) - SIDE / 2.0, 0, 1, Math.rint(y) - SIDE / 2.0);
        float[] rgb = new float[SIDE * SIDE * 3];
        Resampler.sample(picture, map, Resampler.Beyond.EDGE, SIDE, SIDE, rgb);
        float[] grey = new float[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.299f * rgb[3 * i] + 0.587f * rgb[3 * i + 1] + 0.114f * rgb[3 * i + 2];
        }
        return grey;
    }

    /** The mean over several frames is smoother, so that a peak stands out more. */
    private static double value(double peak, int looks) {
        return Math.log(1 + Math.max(0, peak - 1) * Math.sqrt(looks));
    }

    /** The highest peak over its surroundings. */
    static double peak(double[] power) {
        double highest = 0;
        for (int v = -SIDE / 2 + 1; v < SIDE / 2; v++) {
            for (int u = 0; u < SIDE / 2; u++) {
                double radius = Math.hypot(u, v);
                boolean onAxis = u <= 1 || Math.abs(v) <= 1;
                if (radius >= LOWEST && radius <= HIGHEST && !onAxis && !onJpegGrid(u, v)) {
                    highest = Math.max(highest, at(power, u, v) / around(power, u, v));
                }
            }
        }
        return highest;
    }

    // why: JPEG codes blocks of eight pixels, which shows at every eighth of the sampling rate
    private static boolean onJpegGrid(int u, int v) {
        int step = SIDE / 8;
        return Math.floorMod(u + 1, step) <= 2 && Math.floorMod(v + 1, step) <= 2;
    }

    /** Mean of what lies around a point, the point's own neighbours apart. */
    private static double around(double[] power, int u, int v) {
        double sum = 0;
        int count = 0;
        for (int dv = -SURROUNDINGS; dv <= SURROUNDINGS; dv++) {
            for (int du = -SURROUNDINGS; du <= SURROUNDINGS; du++) {
                if (Math.max(Math.abs(du), Math.abs(dv)) > 2) {
                    sum += at(power, u + du, v + dv);
                    count++;
                }
            }
        }
        return sum / count + 1e-3;
    }

    private static double at(double[] power, int u, int v) {
        return power[Math.floorMod(v, SIDE) * SIDE + Math.floorMod(u, SIDE)];
    }
}
