/**
 * Calls the APIs of a Selfsame server. Begin with {@link dev.selfsame.client.SelfsameClient}.
 * Depends on the JDK and on Jackson, and on nothing else of Selfsame.
 */
@NullMarked
package dev.selfsame.client;

import org.jspecify.annotations.NullMarked;
