/**
 * Pictures for documents: whether a portrait is as ISO/IEC 19794-5 and ICAO Doc 9303 want it, and
 * how it is cut. Depends on imaging and face.
 */
@NullMarked
package dev.selfsame.engine.portrait;

import org.jspecify.annotations.NullMarked;
