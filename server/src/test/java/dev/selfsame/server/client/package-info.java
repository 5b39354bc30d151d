/** The Java client against a whole server, and the example of its document. */
@NullMarked
package dev.selfsame.server.client;

import org.jspecify.annotations.NullMarked;
