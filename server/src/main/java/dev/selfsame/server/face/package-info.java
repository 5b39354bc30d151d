/**
 * Faces read and compared for a request: the engine behind admission. Depends on admission and the
 * engine.
 */
@NullMarked
package dev.selfsame.server.face;

import org.jspecify.annotations.NullMarked;
