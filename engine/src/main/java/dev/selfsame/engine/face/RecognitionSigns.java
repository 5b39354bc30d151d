package dev.selfsame.engine.face;

/**
 * What a network's own output says about how recognisable a face is, each 0..100. Such signs
 * predict recognition errors better than any measurement on the pixels (compare P. Terhörst et al.,
 * "SER-FIQ", CVPR 2020, and Q. Meng et al., "MagFace", CVPR 2021).
 *
 * @param mirrorConsistency cosine between the face and its mirror image
 * @param concentration how much of the output sits in few features: 0 spread evenly
 * @param strength how much output there is at all
 * @param distinctiveness how far the face is from the average face
 */
record RecognitionSigns(
        double mirrorConsistency, double concentration, double strength, double distinctiveness) {

    static RecognitionSigns of(float[] raw, double mirrorCosine, double projectedLength) {
        double sum = 0;
        for (float value : raw) {
            sum += Math.abs(value);
        }
        double even = sum / (Vectors.length(raw) * Math.sqrt(raw.length));
        return new RecognitionSigns(
                percent(mirrorCosine),
                percent(1 - even),
                percent(1 - Math.exp(-sum / raw.length)),
                percent(projectedLength / (1 + projectedLength)));
    }

    private static double percent(double share) {
        return Math.clamp(100 * share, 0.0, 100.0);
    }
}
