/**
 * Pictures and recordings that somebody asked to keep for a while: sealed, in files or in S3, and
 * deleted with what they belong to. Depends on vault and problem.
 */
@NullMarked
package dev.selfsame.server.media;

import org.jspecify.annotations.NullMarked;
