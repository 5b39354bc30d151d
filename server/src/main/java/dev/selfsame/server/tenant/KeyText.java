package dev.selfsame.server.tenant;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner holds it: {@code ssk_<id>_<secret>}, the id public, the secret 256 random bits
 * in 43 letters and digits. The prefix lets scanners of leaked secrets recognise it.
 */
final class KeyText {

    private static final String DIGITS =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int ID_LENGTH = 10;
    private static final int ID_BASE = 36;
    private static final int SECRET_BITS = 256;
    private static final int SECRET_LENGTH = 43;
    private static final Pattern SHAPE =
            Pattern.compile("ssk_([a-z0-9]{" + ID_LENGTH + "})_[a-zA-Z0-9]{" + SECRET_LENGTH + "}");

    private KeyText() {}

    static String random(SecureRandom random) {
        StringBuilder text = new StringBuilder("ssk_");
        for (int i = 0; i < ID_LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(ID_BASE)));
        }
        text.append('_');
        BigInteger rest = new BigInteger(SECRET_BITS, random);
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        for (int i = 0; i < SECRET_LENGTH; i++) {
            BigInteger[] split = rest.divideAndRemainder(base);
            text.append(DIGITS.charAt(split[1].intValue()));
            rest = split[0];
        }
        return text.toString();
    }

    /** The id in a text that has the shape of a key. */
    static Optional<String> idOf(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
