/**
 * TLS of the server's own port: certificate and key from files, looked at again and again while it
 * runs, and certificates of clients; for commands, a look at those files, and belief in them. Knows
 * Tomcat and depends on nothing else of the server.
 */
@NullMarked
package dev.selfsame.server.tls;

import org.jspecify.annotations.NullMarked;
