package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;

/**
 * The best picture of a capture. Shares its array.
 *
 * @param jpeg the frame as it came
 * @param box the face in pixels of the upright picture
 * @param millis when it was taken, on the clock of the frames
 */
public record BestFrame(byte[] jpeg, FaceBox box, long millis) {}
