package dev.selfsame.server;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A setting as people read about it.
 *
 * @param key its dotted name
 * @param type what is written: a number, a duration, a name ...
 * @param unit what a number counts, empty where it counts nothing or the type says it
 * @param standard the value that holds where nobody sets one; null for none, empty for an empty one
 * @param otherwise in words, what holds where there is no such value
 * @param range which values are taken, empty for all
 * @param meaning what it does, in Markdown on one line
 */
public record SettingEntry(
        String key,
        String type,
        String unit,
        @Nullable String standard,
        String otherwise,
        String range,
        String meaning) {

    private static final String DEFAULTS = "/application.yaml";

    public SettingEntry {
        Objects.requireNonNull(key, "key");
        if (meaning.isBlank() || meaning.contains("\n") || meaning.contains("|")) {
            throw new IllegalArgumentException(
                    key + ": meaning: " + meaning + " (expected: one line without |)");
        }
    }

    /** Every setting, in the order in which they belong together. */
    public static List<SettingEntry> all() {
        List<SettingEntry> entries = new ArrayList<>();
        collect(Settings.PREFIX, Settings.class, defaults(), entries);
        return List.copyOf(entries);
    }

    /** Default values by their dotted names, spelled as they are written. */
    static Map<String, String> defaults() {
        try (InputStream in = SettingEntry.class.getResourceAsStream(DEFAULTS)) {
            Reader reader =
                    new InputStreamReader(
                            Objects.requireNonNull(in, DEFAULTS), StandardCharsets.UTF_8);
            Map<String, String> defaults = new LinkedHashMap<>();
            flatten("", new Yaml().compose(reader), defaults);
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, Node node, Map<String, String> defaults) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String name = ((ScalarNode) entry.getKeyNode()).getValue();
                flatten(
                        prefix.isEmpty() ? name : prefix + "." + name,
                        entry.getValueNode(),
                        defaults);
            }
        } else if (node instanceof ScalarNode scalar) {
            defaults.put(prefix, scalar.getValue());
        }
    }

    private static void collect(
            String prefix,
            Class<?> type,
            Map<String, String> defaults,
            List<SettingEntry> entries) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + SettingKeys.dashed(component.getName());
            if (component.getType().isRecord()) {
                collect(key, component.getType(), defaults, entries);
            } else {
                entries.add(entry(key, component, defaults));
            }
        }
    }

    private static SettingEntry entry(
            String key, RecordComponent component, Map<String, String> defaults) {
        Setting told = component.getAnnotation(Setting.class);
        if (told == null) {
            throw new IllegalStateException(
                    key + " has no @Setting, so nobody would know what it does");
        }
        return new SettingEntry(
                key,
                told.type().isEmpty() ? type(key, component.getType()) : told.type(),
                told.unit(),
                defaults.get(key),
                told.otherwise(),
                told.range(),
                told.meaning());
    }

    private static String type(String key, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == long.class || type == double.class) {
            return key.endsWith("-bytes") ? "bytes" : "number";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == List.class) {
            return "list";
        }
        if (type == Path.class) {
            return "file";
        }
        if (type == URI.class) {
            return "URL";
        }
        return type.isEnum() ? "name" : "text";
    }
}
