package dev.selfsame.engine.template;

/** A biometric reference: what is kept of a picture to compare it later. */
public sealed interface Template permits FaceTemplate, FingerTemplate {

    /** Name of the algorithm that made it; only templates of the same mode can be compared. */
    String mode();

    /** Version of that mode, 1..255. */
    int modeVersion();
}
