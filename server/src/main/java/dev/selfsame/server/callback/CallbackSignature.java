package dev.selfsame.server.callback;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a receiver tell that a notification comes from here and is no old one: HMAC-SHA256 (RFC
 * 2104) over the time, a dot and the body.
 */
final class CallbackSignature {

    static final String HEADER = "Selfsame-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;

    CallbackSignature(@Nullable String key) {
        this.key =
                key == null
                        ? null
                        : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The header's value, absent where there is no key. */
    Optional<String> of(byte[] body, Instant now) {
        Objects.requireNonNull(body, "body");
        if (key == null) {
            return Optional.empty();
        }
        String time = Long.toString(now.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return Optional.of("t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no " + ALGORITHM, e);
        }
    }
}
