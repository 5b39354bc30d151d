/**
 * The doors of the server: how many connections, how long each may take for what, and which ports
 * there are. Depends on tls; knows Tomcat, and nothing of what is asked for.
 */
@NullMarked
package dev.selfsame.server.connection;

import org.jspecify.annotations.NullMarked;
