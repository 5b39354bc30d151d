package dev.selfsame.server.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What one-time codes are made from. Shares its array.
 *
 * @param user whose it is
 * @param bytes random
 */
public record TotpSecret(String user, byte[] bytes) {

    public TotpSecret {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** As people type it. */
    public String base32() {
        return Totp.base32(bytes);
    }

    /** As apps read it from a picture. */
    public String uri() {
        return "otpauth://totp/Selfsame:"
                + URLEncoder.encode(user, StandardCharsets.UTF_8)
                + "?secret="
                + base32()
                + "&issuer=Selfsame&algorithm=SHA1&digits=6&period=30";
    }

    /** Leaves the secret out, so that no log can show it. */
    @Override
    public String toString() {
        return "TotpSecret[user=" + user + "]";
    }
}
