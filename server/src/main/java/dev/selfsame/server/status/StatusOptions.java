package dev.selfsame.server.status;

import dev.selfsame.server.setting.Setting;

/**
 * The status page.
 *
 * @param enabled whether it is there, and what it shows is measured
 */
public record StatusOptions(
        @Setting(
                        meaning =
                                "whether there is a public page `/status`, and what it shows is"
                                        + " measured")
                boolean enabled) {}
