package dev.selfsame.server.portal;

/**
 * The portal.
 *
 * @param enabled whether it is there
 * @param secureCookie whether browsers send its cookie over TLS alone, although requests arrive
 *     here without, as behind a proxy
 */
public record PortalOptions(boolean enabled, boolean secureCookie) {}
