/** Drawings of what the portrait checks measure on; here because the sheet is package-private. */
@NullMarked
package dev.selfsame.engine.portrait;

import org.jspecify.annotations.NullMarked;
