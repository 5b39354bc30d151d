/**
 * Bodies of JSON read in one pass under limits, with pictures in base64 turned into bytes while
 * they arrive. Depends on body, admission and problem.
 */
@NullMarked
package dev.selfsame.server.json;

import org.jspecify.annotations.NullMarked;
