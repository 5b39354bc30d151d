/**
 * Bounds what requests may cost at once: CPU work goes through one pool that tenants share fairly,
 * bodies being read through one budget. Both say "busy" instead of queueing for ever. Depends on
 * problem and trace alone.
 */
@NullMarked
package dev.selfsame.server.admission;

import org.jspecify.annotations.NullMarked;
