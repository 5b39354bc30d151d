package dev.selfsame.engine.face;

/**
 * What to do with a picture.
 *
 * @param rotationSearch look for faces lying on their side or upside down as well
 * @param withAge estimate the age, one network run more
 */
public record FaceRequest(boolean rotationSearch, boolean withAge) {

    /** Upright pictures, no age. */
    public static final FaceRequest PLAIN = new FaceRequest(false, false);
}
