/**
 * Bodies of requests while they arrive: bounded in length, time and memory, whatever is in them.
 * Depends on admission and problem.
 */
@NullMarked
package dev.selfsame.server.body;

import org.jspecify.annotations.NullMarked;
