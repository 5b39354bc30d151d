package dev.selfsame.server.api.portal;

import dev.selfsame.server.portal.PortalOptions;
import dev.selfsame.server.portal.PortalSession;
import dev.selfsame.server.portal.PortalSessions;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.Tenants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route of the portal: who is not signed in, comes from a page of somebody else
 * or asks for another tenant's data gets no further, whatever the route does.
 */
final class PortalGate implements HandlerInterceptor {

    /** The header that repeats the token of the session. */
    static final String CSRF_HEADER = "X-CSRF-Token";

    /** The name of a tenant's id in the paths of routes. */
    static final String TENANT = "tenant";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final PortalOptions options;
    private final SessionCookie cookie;
    private final PortalSessions sessions;
    private final PortalUsers users;
    private final Tenants tenants;

    PortalGate(
            PortalOptions options,
            SessionCookie cookie,
            PortalSessions sessions,
            PortalUsers users,
            Tenants tenants) {
        this.options = Objects.requireNonNull(options, "options");
        this.cookie = Objects.requireNonNull(cookie, "cookie");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.users = Objects.requireNonNull(users, "users");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route) || !isOurs(route)) {
            return true;
        }
        Entry entry = route.getMethodAnnotation(Entry.class);
        if (entry == null) {
            throw new IllegalStateException("the route " + route + " does not say who may enter");
        }
        if (!options.enabled()) {
            throw new Problem(ProblemKind.NOT_FOUND, "the portal is switched off on this server");
        }
        boolean harmless = HARMLESS.contains(request.getMethod());
        if (!harmless && !OwnOrigin.isOf(request)) {
            throw new Problem(
                    ProblemKind.FORBIDDEN,
                    "the request comes from a page of another origin; use the portal's own page"
                            + " (a proxy must pass on the header Host)");
        }
        if (entry.value() != Entry.Who.ANYBODY) {
            Visitor visitor = visitor(request);
            if (!harmless && !visitor.session().isCsrfToken(request.getHeader(CSRF_HEADER))) {
                throw new Problem(
                        ProblemKind.FORBIDDEN,
                        "the header " + CSRF_HEADER + " is missing or wrong; load the page again");
            }
            check(visitor, entry, tenantOf(request));
            visitor.enter(request);
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod route) {
        return route.getBeanType().getPackage().equals(PortalGate.class.getPackage());
    }

    private Visitor visitor(HttpServletRequest request) {
        Optional<PortalSession> session = cookie.read(request).flatMap(sessions::use);
        // why asked each time: it may be gone or have another password by another process
        Optional<PortalUser> user = session.flatMap(it -> users.find(it.userName()));
        if (session.isEmpty() || user.isEmpty() || !session.get().isOf(user.get())) {
            throw new Problem(
                    ProblemKind.UNAUTHENTICATED, "you are not signed in, or no longer; sign in");
        }
        return new Visitor(user.get(), session.get());
    }

    private void check(Visitor visitor, Entry entry, @Nullable String tenant) {
        if (entry.value() == Entry.Who.ADMINISTRATOR && !visitor.isAdministrator()) {
            throw new Problem(
                    ProblemKind.FORBIDDEN, "only administrators may do this; ask one of them");
        }
        if (tenant != null && !(visitor.user().sees(tenant) && isThere(tenant))) {
            throw Visitor.noSuchTenant();
        }
    }

    private boolean isThere(String tenant) {
        return Tenant.isId(tenant) && tenants.find(tenant).isPresent();
    }

    private static @Nullable String tenantOf(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get(TENANT) instanceof String tenant
                ? tenant
                : null;
    }
}
