/**
 * Programs that learn the constants which ship in the model pack (projection, calibration, quality
 * weights) from a folder of faces with one sub-folder per person. Depends on the engine.
 */
@NullMarked
package dev.selfsame.bench.learn;

import org.jspecify.annotations.NullMarked;
