/**
 * The command line: options, output and exit codes, thin over the packages that do the work.
 * Nothing depends on it.
 */
@NullMarked
package dev.selfsame.server.cli;

import org.jspecify.annotations.NullMarked;
