/**
 * People who sign in to the portal: their passwords, one-time codes and sessions, and what stops
 * whoever tries passwords. Declares what it stores; depends on problem, audit and vault.
 */
@NullMarked
package dev.selfsame.server.portal;

import org.jspecify.annotations.NullMarked;
