/** Outgoing notifications. */
@NullMarked
package dev.selfsame.server.callback;

import org.jspecify.annotations.NullMarked;
