/**
 * Keys that keep stored secrets secret: each tenant has its own, sealed by a master key that never
 * enters the database (envelope encryption). Depends on datadir and problem.
 */
@NullMarked
package dev.selfsame.server.vault;

import org.jspecify.annotations.NullMarked;
