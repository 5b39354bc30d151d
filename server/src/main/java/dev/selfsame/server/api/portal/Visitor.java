package dev.selfsame.server.api.portal;

import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalSession;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who sent a request and is signed in.
 *
 * @param user as it is now
 * @param session of the cookie
 */
record Visitor(PortalUser user, PortalSession session) {

    private static final String ATTRIBUTE = Visitor.class.getName();

    /** The id of a tenant, or {@code -} where the audit trail names none. */
    private static final Pattern TENANT = Pattern.compile("[a-z0-9-]{1,64}");

    Visitor {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(session, "session");
    }

    /** The visitor of a request that was let in. */
    static Visitor of(HttpServletRequest request) {
        return (Visitor)
                Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "nobody was let in");
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean isAdministrator() {
        return user.role() == PortalRole.ADMINISTRATOR;
    }

    /**
     * The tenant that a question is about.
     *
     * @param asked the tenant of the question, null for none
     * @return null for all tenants, which administrators alone may see
     * @throws Problem {@code NOT_FOUND} for a tenant that this visitor may not see
     */
    @Nullable String tenant(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return user.tenantId();
        }
        // why by its form: what cannot be an id is no question for the database either
        if (!user.sees(asked) || !TENANT.matcher(asked).matches()) {
            throw noSuchTenant();
        }
        return asked;
    }

    /** What is said of a tenant that is not there, or not there for who asks. */
    static Problem noSuchTenant() {
        return new Problem(ProblemKind.NOT_FOUND, "there is no such tenant");
    }
}
