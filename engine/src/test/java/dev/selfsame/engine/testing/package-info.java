/** Pictures, networks and packs that tests make themselves. */
@NullMarked
package dev.selfsame.engine.testing;

import org.jspecify.annotations.NullMarked;
