/**
 * Faces and fingerprints for any Java program: {@link dev.selfsame.engine.Engine} and the values it
 * answers with. Depends on every package below it; none of them depends on this one.
 */
@NullMarked
package dev.selfsame.engine;

import org.jspecify.annotations.NullMarked;
