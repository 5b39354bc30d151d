/**
 * Makes faces unrecoverable in a picture while the rest of it stays as it is. Depends on imaging
 * and face.
 */
@NullMarked
package dev.selfsame.engine.anonymization;

import org.jspecify.annotations.NullMarked;
