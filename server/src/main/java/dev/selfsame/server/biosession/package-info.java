/**
 * Bio-sessions: short-lived collections of faces, their comparisons and what their owner asked for.
 * Declares the store they are kept in. Depends on admission, face, media, callback, tenant, problem
 * and the engine.
 */
@NullMarked
package dev.selfsame.server.biosession;

import org.jspecify.annotations.NullMarked;
