/**
 * Puts the server together: settings, the engine, and the packages below. May depend on everything;
 * nothing but the command line depends on it.
 */
@NullMarked
package dev.selfsame.server;

import org.jspecify.annotations.NullMarked;
