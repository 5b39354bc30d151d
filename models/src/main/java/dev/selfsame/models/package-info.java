/**
 * Makes the default model pack when the project is built: fetches the pinned npm packages, converts
 * their networks, completes the manifest. None of these classes is in the jar; the pack is.
 */
@NullMarked
package dev.selfsame.models;

import org.jspecify.annotations.NullMarked;
