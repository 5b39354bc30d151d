/**
 * Who of a tenant's people it is (1:N, ISO/IEC 2382-37 identification): galleries in memory, kept
 * in step with the store. Depends on person, vault, admission, problem and the engine.
 */
@NullMarked
package dev.selfsame.server.identification;

import org.jspecify.annotations.NullMarked;
