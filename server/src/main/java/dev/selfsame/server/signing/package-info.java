/**
 * Signs answers so that whoever gets them can prove where they come from, and verifies that: keys
 * and their rotation, certificates, JWS (RFC 7515), JWKS (RFC 7517). Depends on datadir, problem
 * and vault.
 */
@NullMarked
package dev.selfsame.server.signing;

import org.jspecify.annotations.NullMarked;
