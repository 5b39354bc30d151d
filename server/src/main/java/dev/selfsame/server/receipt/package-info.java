/**
 * Signed statements that something was deleted: who asked, what was taken away, when. Declares the
 * store that keeps them. Depends on signing.
 */
@NullMarked
package dev.selfsame.server.receipt;

import org.jspecify.annotations.NullMarked;
