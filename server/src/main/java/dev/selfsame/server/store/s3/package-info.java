/** Objects in a bucket of S3, or of a store that speaks its protocol. Depends on media, problem. */
@NullMarked
package dev.selfsame.server.store.s3;

import org.jspecify.annotations.NullMarked;
