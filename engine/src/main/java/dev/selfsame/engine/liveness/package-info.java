/**
 * Presentation attack detection: is the face in front of the camera a person or a picture of one.
 * Depends on imaging, inference and face.
 */
@NullMarked
package dev.selfsame.engine.liveness;

import org.jspecify.annotations.NullMarked;
