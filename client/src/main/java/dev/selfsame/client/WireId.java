package dev.selfsame.client;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in headers of answers. */
final class WireId {

    // why not the JDK alone: it takes shorter groups and fills them up
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private WireId() {}

    /**
     * The id that a text is.
     *
     * @param header in which it stands
     * @throws SelfsameException if it is none
     */
    static UUID parse(String header, String text) {
        if (!ID.matcher(text).matches()) {
            throw SelfsameException.unusable("its " + header + " names nothing");
        }
        return UUID.fromString(text);
    }
}
