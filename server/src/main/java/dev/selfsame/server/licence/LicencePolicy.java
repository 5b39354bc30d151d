package dev.selfsame.server.licence;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Licences that are taken: they allow to use, change and sell the whole without opening one's own
 * code. What is not here is not shipped.
 */
public final class LicencePolicy {

    private static final Set<String> TAKEN =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "MIT-0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "ISC",
                    "0BSD",
                    "CC0-1.0",
                    "PostgreSQL",
                    "Bouncy Castle Licence",
                    // why these too: they ask for the source of what they cover alone, which is
                    // unchanged and public
                    "EPL-1.0",
                    "EPL-2.0",
                    "MPL-2.0",
                    "GPL-2.0-with-classpath-exception");

    /** What is shipped all the same, and why. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "liveness",
                    "its author states no licence; distributed as part of @vladmandic/human, which"
                            + " is under the MIT License (models/NOTICE)");

    private LicencePolicy() {}

    /** The licence that is made use of, the first one that is taken. */
    public static Optional<String> chosen(Ingredient ingredient) {
        return ingredient.licences().stream().filter(TAKEN::contains).findFirst();
    }

    /** Why it is shipped although no licence of it is taken. */
    public static Optional<String> exception(Ingredient ingredient) {
        return ingredient.kind() == Ingredient.Kind.NETWORK
                ? Optional.ofNullable(EXCEPTIONS.get(ingredient.name()))
                : Optional.empty();
    }

    /** Whether it may be shipped. */
    public static boolean allows(Ingredient ingredient) {
        return chosen(ingredient).isPresent() || exception(ingredient).isPresent();
    }
}
