/** What tests of several packages need. Depends on nothing of the server. */
@NullMarked
package dev.selfsame.server.testing;

import org.jspecify.annotations.NullMarked;
