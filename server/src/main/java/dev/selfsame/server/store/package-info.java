/** Keeps what the domain packages declare to be kept; one package per kind of store. */
@NullMarked
package dev.selfsame.server.store;

import org.jspecify.annotations.NullMarked;
