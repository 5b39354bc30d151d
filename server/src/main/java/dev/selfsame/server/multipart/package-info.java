/**
 * Bodies of several parts (RFC 2046, RFC 7578) read in one pass under limits, whatever their sender
 * calls them: multipart/form-data or multipart/mixed. The only package that knows mime4j; depends
 * on problem and admission.
 */
@NullMarked
package dev.selfsame.server.multipart;

import org.jspecify.annotations.NullMarked;
