/** Short-lived state in this process's memory; implements what the domain packages declare. */
@NullMarked
package dev.selfsame.server.store.memory;

import org.jspecify.annotations.NullMarked;
