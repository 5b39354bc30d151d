/**
 * Tells receivers outside that a session has a result: kept in the store until it is delivered or
 * given up, sent to checked addresses alone. Depends on audit, problem and trace; HTTP is sent by
 * Apache HttpClient, which no other package sees.
 */
@NullMarked
package dev.selfsame.server.callback;

import org.jspecify.annotations.NullMarked;
