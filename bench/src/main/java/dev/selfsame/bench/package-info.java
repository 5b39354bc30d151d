/** Programs that measure; never shipped. Depends on the engine. */
@NullMarked
package dev.selfsame.bench;

import org.jspecify.annotations.NullMarked;
