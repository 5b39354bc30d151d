/**
 * Biometric references as bytes: what is stored and compared instead of pictures (ISO/IEC 24745
 * calls them protected data). Depends on nothing of the engine.
 */
@NullMarked
package dev.selfsame.engine.template;

import org.jspecify.annotations.NullMarked;
