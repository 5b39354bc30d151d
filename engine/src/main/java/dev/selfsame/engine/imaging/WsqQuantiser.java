package dev.selfsame.engine.imaging;

/**
 * How whole numbers in the file become coefficients (IAFIS-IC-0110, 1.3).
 *
 * @param centre where in a step its value lies, 0..1
 * @param steps width of the steps of each of the 64 bands; 0 where the band is not in the file
 * @param zeros width of the step around zero of each band
 */
record WsqQuantiser(double centre, double[] steps, double[] zeros) {

    private static final int BANDS = 64;
    private static final int LENGTH = 3 + BANDS * 6;

    /** A little before the middle of a step, as small coefficients are more frequent. */
    private static final double USUAL_CENTRE = 0.44;

    /** How much wider than a step the one around zero is. */
    private static final double ZERO_TO_STEP = 1.2;

    /** The usual quantiser of steps of these widths, rounded to what a file can state. */
    static WsqQuantiser of(double[] wanted) {
        double[] steps = new double[BANDS];
        double[] zeros = new double[BANDS];
        for (int band = 0; band < wanted.length; band++) {
            steps[band] = WsqDecimal.nearest(wanted[band]).value();
            zeros[band] = WsqDecimal.nearest(wanted[band] * ZERO_TO_STEP).value();
        }
        return new WsqQuantiser(USUAL_CENTRE, steps, zeros);
    }

    static WsqQuantiser read(Bytes content) throws RefusedException {
        if (content.length() != LENGTH) {
            throw RefusedException.badHeader("its WSQ quantisation table has a wrong length");
        }
        double[] steps = new double[BANDS];
        double[] zeros = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int at = 3 + band * 6;
            steps[band] = WsqFrame.scaled(content.u16(at + 1L), content.u8(at));
            zeros[band] = WsqFrame.scaled(content.u16(at + 4L), content.u8(at + 3L));
        }
        return new WsqQuantiser(WsqFrame.scaled(content.u16(1), content.u8(0)), steps, zeros);
    }

    boolean isCoded(int band) {
        return steps[band] > 0;
    }

    int level(int band, float coefficient) {
        double beyond = Math.abs(coefficient) - zeros[band] / 2;
        int level = beyond <= 0 ? 0 : (int) (beyond / steps[band]) + 1;
        return coefficient < 0 ? -level : level;
    }

    /** Content of the quantisation table. */
    WsqOutput written() {
        WsqOutput content = new WsqOutput().decimal(centre);
        for (int band = 0; band < BANDS; band++) {
            content.decimal(steps[band]).decimal(zeros[band]);
        }
        return content;
    }

    float coefficient(int band, int level) {
        if (level == 0) {
            return 0;
        }
        double size = steps[band] * (Math.abs(level) - centre) + zeros[band] / 2;
        return (float) (level > 0 ? size : -size);
    }
}
