package dev.selfsame.server.testing;

/** The stores of pictures that everything must work on. */
public enum PictureStore {
    FILES,
    S3
}
