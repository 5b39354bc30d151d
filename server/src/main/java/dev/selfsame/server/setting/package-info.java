/** What people are told of each setting, beside the setting itself. Depends on nothing. */
@NullMarked
package dev.selfsame.server.setting;

import org.jspecify.annotations.NullMarked;
