package dev.selfsame.client;

/** What a picture or template is of. */
public enum Modality {
    /** A face. */
    FACE,
    /** A fingerprint. */
    FINGER
}
