/**
 * Looks at a machine and an installation, and says what to put right. Changes nothing but for
 * probes that it takes away again. May depend on everything that the command line may.
 */
@NullMarked
package dev.selfsame.server.cli.doctor;

import org.jspecify.annotations.NullMarked;
