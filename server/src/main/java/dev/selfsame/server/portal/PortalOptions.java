package dev.selfsame.server.portal;

import dev.selfsame.server.setting.Setting;

/**
 * The portal.
 *
 * @param enabled whether it is there
 * @param secureCookie whether browsers send its cookie over TLS alone, although requests arrive
 *     here without, as behind a proxy
 */
public record PortalOptions(
        @Setting(
                        meaning =
                                "whether there is a portal; without it `/portal` answers 404, and"
                                        + " no first user is made")
                boolean enabled,
        @Setting(
                        meaning =
                                "give the cookie with `Secure` always; set it where a proxy ends"
                                    + " TLS before the server. Where requests arrive by HTTPS that"
                                    + " is done anyway")
                boolean secureCookie) {}
