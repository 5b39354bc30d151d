/** Which version of the program this is. Depends on nothing. */
@NullMarked
package dev.selfsame.server.version;

import org.jspecify.annotations.NullMarked;
