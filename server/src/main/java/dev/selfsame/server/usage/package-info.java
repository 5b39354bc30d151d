/**
 * Counts requests for tenants, keys and operations, exactly and so that no answered one is lost.
 * Depends on nothing of the house.
 */
@NullMarked
package dev.selfsame.server.usage;

import org.jspecify.annotations.NullMarked;
