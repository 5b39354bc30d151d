package dev.selfsame.engine.face;

/**
 * What to do with a picture.
 *
 * @param rotationSearch look for faces lying on their side or upside down as well
 * @param withAge estimate the age, one network run more
 * @param oneFaceOnly a second face of similar size makes the picture ambiguous; otherwise the most
 *     prominent face is taken
 */
public record FaceRequest(boolean rotationSearch, boolean withAge, boolean oneFaceOnly) {

    /** Upright pictures of one person, no age. */
    public static final FaceRequest PLAIN = new FaceRequest(false, false);

    /** A request that wants exactly one face. */
    public FaceRequest(boolean rotationSearch, boolean withAge) {
        this(rotationSearch, withAge, true);
    }
}
