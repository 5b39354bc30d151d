/**
 * The one directory that holds everything a server keeps, and files in it that only its owner can
 * read. Depends on nothing.
 */
@NullMarked
package dev.selfsame.server.datadir;

import org.jspecify.annotations.NullMarked;
