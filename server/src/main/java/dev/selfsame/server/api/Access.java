package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import java.util.List;
import java.util.Objects;

/** Finds out who calls and whether they may. */
public final class Access {

    static final String CALLER = Caller.class.getName();

    private final ApiKeys keys;

    public Access(ApiKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * The caller, whatever its key allows.
     *
     * @throws Problem {@code UNAUTHENTICATED}
     */
    public Caller requireKey(HttpServletRequest request) {
        String presented =
                PresentedKey.of(request)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemKind.UNAUTHENTICATED,
                                                "authentication is required; send the API key in"
                                                        + " the header apikey"));
        Caller caller =
                keys.authenticate(presented)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemKind.UNAUTHENTICATED,
                                                "the API key is not known or was revoked"));
        request.setAttribute(CALLER, caller);
        return caller;
    }

    /** The caller of a request that was let in. */
    public static Caller callerOf(HttpServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(CALLER), "nobody was let in");
    }

    /**
     * The caller, if its key allows this.
     *
     * @throws Problem {@code UNAUTHENTICATED} or {@code FORBIDDEN}
     */
    public Caller require(HttpServletRequest request, Scope scope) {
        return requireAny(request, List.of(scope));
    }

    /** The same where one of several scopes is enough; the first one is named in refusals. */
    Caller requireAny(HttpServletRequest request, List<Scope> scopes) {
        Caller caller = requireKey(request);
        if (scopes.stream().noneMatch(caller.scopes()::allow)) {
            throw new Problem(
                    ProblemKind.FORBIDDEN,
                    "the API key does not have the scope "
                            + scopes.getFirst().id()
                            + " that this needs");
        }
        return caller;
    }
}
