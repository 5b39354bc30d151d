/**
 * Sessions in a Redis or Valkey that several servers share; implements what the domain packages
 * declare. The only package that knows the Redis client. Depends on biosession, media, vault and
 * problem.
 */
@NullMarked
package dev.selfsame.server.store.redis;

import org.jspecify.annotations.NullMarked;
