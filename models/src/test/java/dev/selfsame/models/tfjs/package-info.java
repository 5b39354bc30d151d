/** Tests of reading TensorFlow.js models. */
@NullMarked
package dev.selfsame.models.tfjs;

import org.jspecify.annotations.NullMarked;
