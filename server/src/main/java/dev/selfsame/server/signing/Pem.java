package dev.selfsame.server.signing;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The textual encoding of keys and certificates (RFC 7468). */
final class Pem {

    private static final int LINE_LENGTH = 64;

    private Pem() {}

    static String encode(byte[] der, String label) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});
        return "-----BEGIN "
                + label
                + "-----\n"
                + lines.encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /**
     * The bytes of the first block of this label.
     *
     * @throws IllegalArgumentException if there is none or it is damaged
     */
    static byte[] decode(String text, String label) {
        Pattern block =
                Pattern.compile(
                        "-----BEGIN " + label + "-----\\R([A-Za-z0-9+/=\\s]*)-----END " + label);
        Matcher matcher = block.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + label + " block");
        }
        return Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
    }
}
