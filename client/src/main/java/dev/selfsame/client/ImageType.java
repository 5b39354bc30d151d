package dev.selfsame.client;

/** What a picture of a face is; the server repeats it in its answers and does nothing else. */
public enum ImageType {
    /** The photo in or on a document. */
    ID_DOCUMENT,
    /** A photo that somebody took of themselves. */
    SELFIE,
    /** One picture of a film. */
    VIDEO_FRAME
}
