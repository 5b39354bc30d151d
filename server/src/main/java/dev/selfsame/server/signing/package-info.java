/**
 * Signs answers so that whoever gets them can prove where they come from: the key pair, its
 * certificate, JWS (RFC 7515) and JWKS (RFC 7517). Depends on datadir alone.
 */
@NullMarked
package dev.selfsame.server.signing;

import org.jspecify.annotations.NullMarked;
