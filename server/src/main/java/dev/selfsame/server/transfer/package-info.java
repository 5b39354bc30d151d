/**
 * Files of people, encrypted with a passphrase: for backups and for moving people between stores.
 * Depends on person, tenant and the engine's templates.
 */
@NullMarked
package dev.selfsame.server.transfer;

import org.jspecify.annotations.NullMarked;
