/**
 * From a picture to located, measured and encoded faces: detect, mesh, align, encode, quality,
 * pose, age. Depends on imaging, inference, calibration and template.
 */
@NullMarked
package dev.selfsame.engine.face;

import org.jspecify.annotations.NullMarked;
