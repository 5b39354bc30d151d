package dev.selfsame.server.cli;

import dev.selfsame.server.SettingEntry;
import dev.selfsame.server.SettingTables;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says which settings there are, and what they do; never what they are set to. */
@Command(
        name = "settings",
        description = "List every setting of the server with type, default, range and meaning.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame settings",
            "  selfsame settings --json",
            "  selfsame settings --renew docs/configuration.md   # for those who change Selfsame"
        })
final class SettingsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Option(
            names = "--renew",
            paramLabel = "FILE",
            description = "Make the tables of a Markdown file anew, between their marks")
    private @Nullable Path document;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = CommandSpecs.of(spec).getOut();
        List<SettingEntry> entries = SettingEntry.all();
        if (document != null) {
            renew(document, entries);
        } else if (json) {
            out.println(
                    JsonLine.of(
                            Map.of(
                                    "settings",
                                    entries.stream().map(SettingsCommand::members).toList())));
        } else {
            entries.forEach(entry -> print(entry, out));
        }
        out.flush();
        return ExitCodes.OK;
    }

    private static void renew(Path document, List<SettingEntry> entries) {
        try {
            String before = Files.readString(document);
            Files.writeString(document, SettingTables.renewed(before, entries));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInputException(document + " cannot be made anew: " + e.getMessage());
        }
    }

    private static void print(SettingEntry entry, PrintWriter out) {
        String standard = entry.standard() == null ? entry.otherwise() : entry.standard();
        String unit = entry.unit().isEmpty() ? "" : ", " + entry.unit();
        String range = entry.range().isEmpty() ? "" : ", " + entry.range();
        out.println(entry.key() + " (" + plain(entry.type() + unit + range) + ")");
        out.println("    default: " + (standard.isEmpty() ? "empty" : plain(standard)));
        out.println("    " + plain(entry.meaning()));
    }

    /** Without the signs of Markdown. */
    private static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
    }

    private static Map<String, Object> members(SettingEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", entry.key());
        members.put("type", entry.type());
        if (!entry.unit().isEmpty()) {
            members.put("unit", entry.unit());
        }
        if (entry.standard() != null) {
            members.put("default", entry.standard());
        }
        if (!entry.range().isEmpty()) {
            members.put("range", plain(entry.range()));
        }
        members.put("meaning", plain(entry.meaning()));
        return members;
    }
}
