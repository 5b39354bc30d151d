/**
 * Who calls: tenants and their API keys. Declares what it stores; depends on problem and datadir
 * alone.
 */
@NullMarked
package dev.selfsame.server.tenant;

import org.jspecify.annotations.NullMarked;
