/** Tests of the pack that the build made, and of the build. */
@NullMarked
package dev.selfsame.models;

import org.jspecify.annotations.NullMarked;
