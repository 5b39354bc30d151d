package dev.selfsame.server;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

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

    private static final String DEFAULTS = "application.yaml";

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

    /** Default values as the server reads them. */
    static Properties defaults() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(DEFAULTS));
        return Objects.requireNonNull(yaml.getObject(), DEFAULTS);
    }

    private static void collect(
            String prefix, Class<?> type, Properties defaults, List<SettingEntry> entries) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + SettingKeys.dashed(component.getName());
            if (component.getType().isRecord()) {
                collect(key, component.getType(), defaults, entries);
            } else {
                entries.add(entry(key, component, defaults));
            }
        }
    }

    private static SettingEntry entry(String key, RecordComponent component, Properties defaults) {
        Setting told = component.getAnnotation(Setting.class);
        if (told == null) {
            throw new IllegalStateException(
                    key + " has no @Setting, so nobody would know what it does");
        }
        return new SettingEntry(
                key,
                told.type().isEmpty() ? type(key, component.getType()) : told.type(),
                told.unit(),
                defaults.getProperty(key),
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
