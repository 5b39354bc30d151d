/**
 * Comparison of two templates of the same mode, with a calibrated result. Depends on template and
 * calibration.
 */
@NullMarked
package dev.selfsame.engine.matching;

import org.jspecify.annotations.NullMarked;
