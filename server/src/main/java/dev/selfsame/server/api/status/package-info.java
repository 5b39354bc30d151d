/**
 * The status page, {@code /status}, and the same as JSON, {@code /status.json}: open to all, made
 * at most every 15 seconds, without a script. Depends on status and the border shared by all APIs.
 */
@NullMarked
package dev.selfsame.server.api.status;

import org.jspecify.annotations.NullMarked;
