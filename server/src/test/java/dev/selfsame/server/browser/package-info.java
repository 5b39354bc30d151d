/** Tests with a real browser and a webcam made of a file. */
@NullMarked
package dev.selfsame.server.browser;

import org.jspecify.annotations.NullMarked;
