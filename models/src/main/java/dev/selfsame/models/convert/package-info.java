/**
 * Translates TensorFlow.js graphs to ONNX, one operation at a time. Depends on {@code tfjs} and
 * {@code onnx}.
 */
@NullMarked
package dev.selfsame.models.convert;

import org.jspecify.annotations.NullMarked;
