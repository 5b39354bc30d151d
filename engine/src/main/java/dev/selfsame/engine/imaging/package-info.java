/**
 * From the bytes of a picture file to bounded, upright RGB pixels, and the geometry to sample them.
 * Depends on nothing of the engine.
 */
@NullMarked
package dev.selfsame.engine.imaging;

import org.jspecify.annotations.NullMarked;
