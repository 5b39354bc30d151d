/** Tests of the translation from TensorFlow.js to ONNX. */
@NullMarked
package dev.selfsame.models.convert;

import org.jspecify.annotations.NullMarked;
