/**
 * Benchmarks of single stages of the face pipeline; here because the stages are package-private.
 */
@NullMarked
package dev.selfsame.engine.face;

import org.jspecify.annotations.NullMarked;
