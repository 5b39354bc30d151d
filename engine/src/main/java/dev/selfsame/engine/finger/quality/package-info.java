/**
 * How well a fingerprint will compare: features of the pixels, one class each, and the model that
 * joins them. Depends on nothing of ours.
 */
@NullMarked
package dev.selfsame.engine.finger.quality;

import org.jspecify.annotations.NullMarked;
