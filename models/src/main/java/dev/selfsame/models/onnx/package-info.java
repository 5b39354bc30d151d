/** Writes ONNX files. Sole user of the ONNX protobuf classes; depends on nothing of this module. */
@NullMarked
package dev.selfsame.models.onnx;

import org.jspecify.annotations.NullMarked;
