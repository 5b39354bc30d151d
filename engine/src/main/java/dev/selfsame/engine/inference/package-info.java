/**
 * Model packs and the networks in them. The only package that knows ONNX Runtime. Depends on
 * nothing of the engine.
 */
@NullMarked
package dev.selfsame.engine.inference;

import org.jspecify.annotations.NullMarked;
