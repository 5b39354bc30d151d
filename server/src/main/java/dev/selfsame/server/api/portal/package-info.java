/**
 * The portal, {@code /portal}: its page, and what the page asks and changes. People sign in here;
 * no API key is accepted, and no other route accepts their cookie. Depends on the domain packages
 * and on the border shared by all APIs.
 */
@NullMarked
package dev.selfsame.server.api.portal;

import org.jspecify.annotations.NullMarked;
