/**
 * Fingerprints: extraction and comparison behind our own types, and the import of interchange
 * formats. Depends on imaging, calibration and template.
 */
@NullMarked
package dev.selfsame.engine.finger;

import org.jspecify.annotations.NullMarked;
