/** What every door of the server tells people about their pictures. Depends on the engine alone. */
@NullMarked
package dev.selfsame.server.picture;

import org.jspecify.annotations.NullMarked;
