/**
 * What the border of every API has in common: request ids, the caller's key, headers of every
 * answer, files for browsers, and the last resort for errors that no API translates. Depends on
 * tenant, admission, usage, status, problem, connection, tls and trace; knows no API.
 */
@NullMarked
package dev.selfsame.server.api;

import org.jspecify.annotations.NullMarked;
