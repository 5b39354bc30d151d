package dev.selfsame.engine.finger;

import dev.selfsame.engine.imaging.ImageInfo;

/** The pixels per inch that a print was taken with. */
final class Resolution {

    /** What nearly every reader delivers, and what the matcher scales to. */
    static final int USUAL_DPI = 500;

    private static final int MIN_DPI = 100;
    private static final int MAX_DPI = 2000;

    /**
     * why: picture editors write 72, 96 or 150 where nothing is known; no reader is that coarse.
     */
    private static final int MIN_CREDIBLE_DPI = 200;

    private Resolution() {}

    static boolean isUsable(int dpi) {
        return dpi >= MIN_DPI && dpi <= MAX_DPI;
    }

    /**
     * Pixels per inch of the decoded pixels, which are fewer than the file's when it was reduced.
     */
    static double of(ImageInfo info, FingerRequest request) {
        return (double) ofFile(info.dpi(), request.dpi()) / info.reduction();
    }

    private static int ofFile(int stated, int requested) {
        if (requested != 0) {
            return requested;
        }
        return stated >= MIN_CREDIBLE_DPI && stated <= MAX_DPI ? stated : USUAL_DPI;
    }
}
