/** What the tests of several packages need. */
@NullMarked
package dev.selfsame.models.testing;

import org.jspecify.annotations.NullMarked;
