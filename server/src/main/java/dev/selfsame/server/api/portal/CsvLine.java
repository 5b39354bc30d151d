package dev.selfsame.server.api.portal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of comma-separated values (RFC 4180) that a spreadsheet shows and does not compute: what
 * people call their keys may begin like a formula.
 */
final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n|%].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\",;'\\t\\r\\n]");

    private CsvLine() {}

    static String of(String... cells) {
        return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // why also after blanks: spreadsheets strip them
        String harmless = FORMULA.matcher(text.strip()).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
