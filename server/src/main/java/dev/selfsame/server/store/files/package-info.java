/** Sealed objects as files of the data directory; implements what the domain packages declare. */
@NullMarked
package dev.selfsame.server.store.files;

import org.jspecify.annotations.NullMarked;
