/**
 * What the public status page says: whether the parts of a server work, now and in each minute
 * before, and how fast and how well requests were answered, without any word about whose they were.
 * Declares what it stores. Depends on biosession, media, callback, problem and the engine, whose
 * parts it tries out.
 */
@NullMarked
package dev.selfsame.server.status;

import org.jspecify.annotations.NullMarked;
