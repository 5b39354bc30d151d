/**
 * Files that are encrypted with a passphrase: people, to move them between stores, and streams of
 * anything. Depends on person, tenant and the engine's templates.
 */
@NullMarked
package dev.selfsame.server.transfer;

import org.jspecify.annotations.NullMarked;
