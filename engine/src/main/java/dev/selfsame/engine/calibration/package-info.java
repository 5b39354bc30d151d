/**
 * What a similarity means: the false match rate (FMR, ISO/IEC 19795-1) behind it, the score scale
 * made of it, and error rates measured over labelled pairs. Depends on nothing of the engine.
 */
@NullMarked
package dev.selfsame.engine.calibration;

import org.jspecify.annotations.NullMarked;
