package dev.selfsame.server.cli;

import java.util.regex.Pattern;

/** Text for a terminal that repeats what somebody typed. */
final class Printable {

    // why: control characters would let a pasted text move the cursor or colour what follows
    private static final Pattern CONTROL =
            Pattern.compile("\\p{Cntrl}|[\\x80-\\x9F\\u202A-\\u202E]");
    private static final int LONGEST = 1000;

    private Printable() {}

    /** One line of limited length in which nothing acts on the terminal. */
    static String of(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return CONTROL.matcher(cut).replaceAll("?");
    }
}
