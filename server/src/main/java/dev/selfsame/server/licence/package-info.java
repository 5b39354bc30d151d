/**
 * Under which licences the application and all that is shipped with it may be used. Depends on
 * version, and on the engine's model packs.
 */
@NullMarked
package dev.selfsame.server.licence;

import org.jspecify.annotations.NullMarked;
