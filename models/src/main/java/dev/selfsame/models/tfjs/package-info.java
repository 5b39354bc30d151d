/**
 * Reads what TensorFlow.js wrote: graph topology as JSON and weights in binary shards. Knows
 * nothing of ONNX.
 */
@NullMarked
package dev.selfsame.models.tfjs;

import org.jspecify.annotations.NullMarked;
