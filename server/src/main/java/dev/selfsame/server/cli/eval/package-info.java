/**
 * Error rates over a list of labelled pairs of pictures: read the list, read the pictures, compare,
 * count, report. Depends on the engine; knows no options and no terminal.
 */
@NullMarked
package dev.selfsame.server.cli.eval;

import org.jspecify.annotations.NullMarked;
