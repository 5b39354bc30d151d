/**
 * Pictures for documents: what a portrait must be, and how it is cut. Depends on imaging, face and
 * inference.
 */
@NullMarked
package dev.selfsame.engine.portrait;

import org.jspecify.annotations.NullMarked;
