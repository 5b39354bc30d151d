/**
 * Backups: all rows of a database in one file, which any database of the house can be filled with
 * again. Depends on transfer, vault, datadir and version; the databases are reached through {@link
 * dev.selfsame.server.backup.TableSource} and {@link dev.selfsame.server.backup.TableTarget}.
 */
@NullMarked
package dev.selfsame.server.backup;

import org.jspecify.annotations.NullMarked;
