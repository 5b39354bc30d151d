package dev.selfsame.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of settings in a Markdown document, each between a mark that says of what, and one.
 */
public final class SettingTables {

    private static final Pattern BEGIN = Pattern.compile("<!-- settings:((?: [a-z0-9.-]+)+) -->");
    private static final String END = "<!-- end of settings -->";
    private static final List<String> HEAD =
            List.of("| setting | type | default | range | meaning |", "|---|---|---|---|---|");

    private SettingTables() {}

    /**
     * The document with its tables made anew.
     *
     * @throws IllegalArgumentException if marks are missing or a setting is in no table, or in two
     */
    public static String renewed(String document, List<SettingEntry> entries) {
        List<SettingEntry> left = new ArrayList<>(entries);
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : document.lines().toList()) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                check(!inside, line + " (expected: " + END + " before it)");
                inside = true;
                lines.add(line);
                lines.addAll(HEAD);
                table(List.of(begin.group(1).strip().split(" ")), left).forEach(lines::add);
            } else if (line.equals(END)) {
                check(inside, "there is one " + END + " too many");
                inside = false;
            }
            if (!inside) {
                lines.add(line);
            }
        }
        check(!inside, "a table does not end (expected: " + END + ")");
        check(left.isEmpty(), left.stream().map(SettingEntry::key).toList() + " are in no table");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> table(List<String> names, List<SettingEntry> left) {
        List<SettingEntry> chosen =
                left.stream().filter(it -> names.stream().anyMatch(of -> isOf(it, of))).toList();
        check(!chosen.isEmpty(), names + " is nothing, or in two tables");
        left.removeAll(chosen);
        return chosen.stream().map(SettingTables::row).toList();
    }

    private static boolean isOf(SettingEntry entry, String name) {
        return entry.key().equals(name) || entry.key().startsWith(name + ".");
    }

    private static String row(SettingEntry entry) {
        String type = entry.unit().isEmpty() ? entry.type() : entry.type() + ", " + entry.unit();
        String row =
                String.join(
                        " | ",
                        "| `" + entry.key() + "`",
                        type,
                        standard(entry),
                        entry.range(),
                        entry.meaning() + " |");
        return row.replace("|  |", "| |");
    }

    private static String standard(SettingEntry entry) {
        String standard = entry.standard();
        if (standard == null) {
            return entry.otherwise();
        }
        return standard.isEmpty() ? "empty" : "`" + standard + "`";
    }

    private static void check(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException(message);
        }
    }
}
