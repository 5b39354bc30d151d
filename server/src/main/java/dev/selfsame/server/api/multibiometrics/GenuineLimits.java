package dev.selfsame.server.api.multibiometrics;

/**
 * From which false match rate on two artifacts are of one person.
 *
 * @param faceFmr at most this for faces, 0..1
 * @param fingerFmr at most this for fingers, 0..1
 */
record GenuineLimits(double faceFmr, double fingerFmr) {

    double of(Modality modality) {
        return switch (modality) {
            case FACE -> faceFmr;
            case FINGER -> fingerFmr;
        };
    }
}
