package dev.selfsame.server.api.portal;

import dev.selfsame.server.api.OpenToAll;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route of the portal, and who may enter it; {@link PortalGate} sees to that. */
@OpenToAll // why: no route of the portal takes an API key
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Entry {

    /** Who may enter. */
    Who value();

    /** Kinds of visitors. */
    enum Who {
        /** Everybody; the route changes nothing, or sees itself to who asks. */
        ANYBODY,
        /**
         * Whoever is signed in. Where the path names a tenant, those alone who may see it; for
         * others it is not there.
         */
        SIGNED_IN,
        /** Administrators. */
        ADMINISTRATOR
    }
}
