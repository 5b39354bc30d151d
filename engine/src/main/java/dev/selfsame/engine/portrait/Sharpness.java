package dev.selfsame.engine.portrait;

/**
 * Blur: how much of the face's detail is fine. The energy between one and three pixels of the sheet
 * over that between three and nine, on eyes, brows, nose and mouth; a lens out of focus takes the
 * fine share first. Source: the ratio of band energies, as in ISO/IEC 29794-5 "sharpness".
 */
final class Sharpness {

    private static final class Parameters {
        // see docs/portrait-quality.md, pictures of faces_misc: sharp portraits 0.3 to 0.6
        static final Scale SHARE = new Scale(0.42, 0.17, 0.08);
        // why: against noise in a face without any contrast
        static final double LEAST_COARSE = 1.5;
    }

    private Sharpness() {}

    static Finding blurred(PortraitSheet sheet) {
        float[] luma = sheet.colours().luma();
        float[] fine = Smoothing.mean(luma, 1);
        float[] coarse = Smoothing.mean(luma, 4);
        Region detail = sheet.regions().oval().shrunk(6);
        double fineEnergy = 0;
        double coarseEnergy = 0;
        for (int i : detail.pixels()) {
            fineEnergy += square(luma[i] - fine[i]);
            coarseEnergy += square(fine[i] - coarse[i]);
        }
        int n = Math.max(1, detail.size());
        double coarseContrast = Math.max(Parameters.LEAST_COARSE, Math.sqrt(coarseEnergy / n));
        return Parameters.SHARE.judge(Math.sqrt(fineEnergy / n) / coarseContrast);
    }

    private static double square(double v) {
        return v * v;
    }
}
