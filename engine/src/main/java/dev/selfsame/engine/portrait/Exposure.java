package dev.selfsame.engine.portrait;

/**
 * Light on the face: how bright the skin is, and how many grey levels the face has. Source: ISO/IEC
 * 19794-5, clause 7 (dynamic range of the face: at least 7 bits of intensity).
 */
final class Exposure {

    private static final class Parameters {
        // why so low: well lit dark skin is about 60
        static final Scale DARK = new Scale(95, 42, 15);
        static final Scale LIGHT = new Scale(205, 232, 250);
        // why less than 128: the clause is about pictures that fill their range; 2 % at each end
        // are cut off here
        static final Scale RANGE = new Scale(140, 75, 30);
        static final double TAIL = 0.02;
    }

    private Exposure() {}

    static Finding tooDarkOrLight(PortraitSheet sheet) {
        double luma = sheet.skin().luma();
        return Parameters.DARK.judge(luma).or(Parameters.LIGHT.judge(luma));
    }

    static Finding washedOut(PortraitSheet sheet) {
        Region oval = sheet.regions().oval();
        float[] luma = sheet.colours().luma();
        return Parameters.RANGE.judge(
                oval.quantile(luma, 1 - Parameters.TAIL) - oval.quantile(luma, Parameters.TAIL));
    }
}
