package dev.selfsame.server.api.multibiometrics;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request says about the answers it can read (RFC 9110, 12.5.1). */
final class Accept {

    private static final Set<String> PLAIN = Set.of("*/*", "text/*", "text/plain");

    private Accept() {}

    /**
     * True for {@code application/json}; not for {@code application/json, text/plain, *}{@code /*}
     * and the like, which HTTP libraries send by themselves for clients that expect plain text.
     */
    static boolean wantsJsonAlone(@Nullable String header) {
        if (header == null) {
            return false;
        }
        List<String> types =
                Arrays.stream(header.split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .toList();
        return types.contains("application/json") && types.stream().noneMatch(PLAIN::contains);
    }
}
