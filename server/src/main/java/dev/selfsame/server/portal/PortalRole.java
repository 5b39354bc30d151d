package dev.selfsame.server.portal;

/** What somebody who signs in may do. */
public enum PortalRole {
    /** Everything. */
    ADMINISTRATOR,
    /** What concerns one tenant. */
    TENANT
}
