/**
 * SQL, and nothing but SQL: implements the stores that the domain packages declare, on H2 in the
 * data directory or on PostgreSQL. The only package that knows JDBC.
 */
@NullMarked
package dev.selfsame.server.store.jdbc;

import org.jspecify.annotations.NullMarked;
