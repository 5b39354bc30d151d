/**
 * Presentation attack detection: is the face in front of the camera a person or a picture of one.
 * Judges single pictures and guided captures of video frames. Depends on imaging, inference, face,
 * template and calibration.
 */
@NullMarked
package dev.selfsame.engine.liveness;

import org.jspecify.annotations.NullMarked;
