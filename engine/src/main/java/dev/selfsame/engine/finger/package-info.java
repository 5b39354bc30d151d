/**
 * Fingerprints: extraction, quality, comparison and search behind our own types, and interchange
 * formats in both directions. Depends on imaging, calibration, template and matching.
 */
@NullMarked
package dev.selfsame.engine.finger;

import org.jspecify.annotations.NullMarked;
