package dev.selfsame.server.api.multibiometrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A request whose key is where the gateway looks for it: in its own header or in the query. It is
 * shown to the rest of the server in the header where all other APIs have theirs.
 */
final class GatewayRequest extends HttpServletRequestWrapper {

    static final String HEADER = "Ocp-Apim-Subscription-Key";

    private static final String PARAMETER = "subscription-key";
    private static final String SHOWN_AS = "apikey";

    GatewayRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (!SHOWN_AS.equalsIgnoreCase(name)) {
            return super.getHeader(name);
        }
        return present(super.getHeader(HEADER))
                .or(() -> present(super.getHeader(SHOWN_AS)))
                .or(this::fromQuery)
                .orElse(null);
    }

    /** True where the request has a key in any of the places, whether it is good or not. */
    static boolean hasKey(HttpServletRequest request) {
        return present(request.getHeader(SHOWN_AS))
                .or(() -> present(request.getHeader("Authorization")))
                .isPresent();
    }

    private Optional<String> fromQuery() {
        // why: the last resort, as addresses end up in the logs of proxies
        return present(super.getHeader("Authorization")).isPresent()
                ? Optional.empty()
                : QueryText.value(getQueryString(), PARAMETER);
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
