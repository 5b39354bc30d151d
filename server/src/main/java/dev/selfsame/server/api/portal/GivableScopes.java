package dev.selfsame.server.api.portal;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Scope;
import dev.selfsame.server.tenant.Scopes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a visitor can let a key do. Metrics are those of the whole server, so keys for them, and
 * keys that may do everything, are given by administrators alone.
 */
final class GivableScopes {

    private GivableScopes() {}

    /** Their names. */
    static List<String> of(Visitor visitor) {
        Stream<String> own =
                Arrays.stream(Scope.values())
                        .filter(scope -> visitor.isAdministrator() || scope != Scope.METRICS)
                        .map(Scope::id);
        return visitor.isAdministrator()
                ? Stream.concat(Stream.of(Scopes.ALL.text()), own).toList()
                : own.toList();
    }

    /**
     * Refuses what cannot be given.
     *
     * @throws Problem {@code FORBIDDEN}
     */
    static void check(Visitor visitor, Scopes wanted) {
        List<String> givable = of(visitor);
        for (String name : names(wanted)) {
            if (!givable.contains(name)) {
                throw new Problem(
                        ProblemKind.FORBIDDEN,
                        "keys with the scope " + name + " are made by administrators; ask one");
            }
        }
    }

    static List<String> names(Scopes scopes) {
        return Stream.of(scopes.text().split(",", -1)).filter(it -> !it.isEmpty()).toList();
    }
}
