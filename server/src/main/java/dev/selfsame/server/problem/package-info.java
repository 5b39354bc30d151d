/**
 * Failures that a caller can do something about, in words that every API can translate. Knows no
 * HTTP and depends on nothing.
 */
@NullMarked
package dev.selfsame.server.problem;

import org.jspecify.annotations.NullMarked;
