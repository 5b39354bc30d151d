/**
 * Whether a picture is a portrait as ISO/IEC 19794-5 and ICAO Doc 9303 want it: framing, light,
 * eyes, glasses, background. Depends on imaging and face.
 */
@NullMarked
package dev.selfsame.engine.portrait;

import org.jspecify.annotations.NullMarked;
