package dev.selfsame.server.api.status;

import java.util.List;
import java.util.stream.Collectors;

/** Tables of the page. Their texts are ours, so nothing is escaped. */
final class StatusTable {

    private StatusTable() {}

    /**
     * A table in a box that scrolls by keyboard too, where it is wider than the window.
     *
     * @param first the head of the column of names
     * @param others heads of the columns of figures
     * @param rows made by {@link #row}
     */
    static String of(String caption, String first, List<String> others, String rows) {
        String heads =
                others.stream()
                        .map(text -> "<th scope=\"col\" class=\"number\">" + text + "</th>")
                        .collect(Collectors.joining());
        return """
        <div class="scroll" tabindex="0" role="region" aria-label="%s">
        <table>
        <caption class="unseen">%s</caption>
        <thead><tr><th scope="col">%s</th>%s</tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </div>
        """
                .formatted(caption, caption, first, heads, rows);
    }

    static String row(String name, List<String> figures) {
        return figures.stream()
                .map(value -> "<td class=\"number\">" + value + "</td>")
                .collect(
                        Collectors.joining(
                                "", "<tr><th scope=\"row\">" + name + "</th>", "</tr>\n"));
    }
}
