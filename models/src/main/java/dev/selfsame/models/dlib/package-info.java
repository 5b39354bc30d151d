/**
 * The face recognition network of dlib, rebuilt from its weights: its package has no graph. Depends
 * on {@code tfjs} for the weights and on {@code onnx}.
 */
@NullMarked
package dev.selfsame.models.dlib;

import org.jspecify.annotations.NullMarked;
