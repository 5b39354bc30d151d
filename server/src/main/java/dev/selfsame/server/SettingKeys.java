package dev.selfsame.server;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names of all settings, as files and as the environment spell them. */
final class SettingKeys {

    private static final String ENVIRONMENT_PREFIX = "SELFSAME_";
    // why: read by the launcher and the command line, before there are settings
    private static final Set<String> NOT_SETTINGS =
            Set.of("SELFSAME_DATA", "SELFSAME_DEBUG", "SELFSAME_JAVA_OPTS");

    private SettingKeys() {}

    /** Dotted names such as {@code selfsame.uploads.max-parts}, sorted. */
    static Set<String> all() {
        Set<String> keys = new TreeSet<>();
        collect(Settings.PREFIX, Settings.class, keys);
        return keys;
    }

    /** Variables that look like settings and are none; Spring overlooks those by itself. */
    static Set<String> unknownVariables(Set<String> environment) {
        Set<String> known = all().stream().map(SettingKeys::squeezed).collect(Collectors.toSet());
        return environment.stream()
                .filter(name -> name.startsWith(ENVIRONMENT_PREFIX))
                .filter(name -> !NOT_SETTINGS.contains(name))
                .filter(name -> !known.contains(squeezed(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(String prefix, Class<?> type, Set<String> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + dashed(component.getName());
            if (component.getType().isRecord()) {
                collect(key, component.getType(), keys);
            } else {
                keys.add(key);
            }
        }
    }

    static String dashed(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String squeezed(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
