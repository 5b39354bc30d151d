package dev.selfsame.server.api.portal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of comma-separated values (RFC 4180) that a spreadsheet shows and does not compute: what
 * people call their keys may begin like a formula.
 */
final class CsvLine {

    // why also after blanks, those that nobody sees among them: spreadsheets strip them; and why
    // also the wide letters of East Asia: some take them for the narrow ones
    private static final Pattern FORMULA =
            Pattern.compile(
                    "[\\s\\p{Z}\\p{C}]*[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*",
                    Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\",;'\\t\\r\\n]");

    private CsvLine() {}

    static String of(String... cells) {
        return Stream.of(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
