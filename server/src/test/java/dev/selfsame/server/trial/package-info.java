/**
 * Trials of a whole server as a process of its own: killed again and again while people change, or
 * filled with many people. Knows the server's command line and wire formats, and nothing inside.
 */
@NullMarked
package dev.selfsame.server.trial;

import org.jspecify.annotations.NullMarked;
