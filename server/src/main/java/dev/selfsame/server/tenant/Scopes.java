package dev.selfsame.server.tenant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a key allows.
 *
 * @param all everything, also what later versions add
 * @param named what is allowed by name
 */
public record Scopes(boolean all, Set<Scope> named) {

    /** Everything. */
    public static final Scopes ALL = new Scopes(true, Set.of());

    private static final String ALL_ID = "all";

    public Scopes {
        named = Set.copyOf(named);
    }

    /**
     * Reads what a person typed: names separated by commas, or what several names begin with, such
     * as {@code multibiometrics}.
     *
     * @throws IllegalArgumentException if a name is not known or there is none
     */
    public static Scopes parse(String text) {
        List<String> ids = ids(text);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("scopes: none (expected: " + expected() + ")");
        }
        EnumSet<Scope> named = EnumSet.noneOf(Scope.class);
        for (String id : ids) {
            List<Scope> meant = Scope.typed(id);
            if (!id.equals(ALL_ID) && meant.isEmpty()) {
                throw new IllegalArgumentException(
                        "scopes: " + id + " (expected: " + expected() + ")");
            }
            named.addAll(meant);
        }
        return new Scopes(ids.contains(ALL_ID), named);
    }

    /** Reads what was stored; names that this version does not know allow nothing. */
    public static Scopes stored(String text) {
        List<String> ids = ids(text);
        EnumSet<Scope> named = EnumSet.noneOf(Scope.class);
        ids.stream().map(Scope::of).flatMap(Optional::stream).forEach(named::add);
        return new Scopes(ids.contains(ALL_ID), named);
    }

    public boolean allow(Scope scope) {
        return all || named.contains(scope);
    }

    /** The names, separated by commas, in a fixed order. */
    public String text() {
        return all
                ? ALL_ID
                : named.stream().map(Scope::id).sorted().collect(Collectors.joining(","));
    }

    private static List<String> ids(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static String expected() {
        return ALL_ID
                + " or "
                + Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.joining(", "))
                + ", sessions, multibiometrics";
    }
}
