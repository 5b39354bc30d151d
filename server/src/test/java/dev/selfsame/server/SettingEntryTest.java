package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.DurationStyle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is told of settings is what the code does with them. */
final class SettingEntryTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?<least>[^ .]+(?:\\.\\d+)?)\\.\\.(?<most>\\S+)|>="
                            + " (?<from>\\S+)|(?<names>`[^`]+`(?:, `[^`]+`)+)");
    private static final Map<String, String> DEFAULTS = SettingEntry.defaults();

    /** Bounds of others are not to be in the way. */
    private static final Map<String, String> WIDE =
            Map.of(
                    "selfsame.callback.timeout", "5m",
                    "selfsame.callback.longest-wait", "1d",
                    "selfsame.callback.parallel-per-tenant", "1",
                    "selfsame.person.lock-out.longest-wait", "30d");

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(document)
                .as("run tools/settings-table and commit docs/configuration.md")
                .isEqualTo(SettingTables.renewed(document, SettingEntry.all()));
    }

    @Test
    void everySettingIsTold() {
        assertThat(SettingEntry.all().stream().map(SettingEntry::key))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SettingKeys.all());
    }

    @Test
    void everyDefaultIsADefaultOfASetting() {
        TreeSet<String> ours = new TreeSet<>();
        DEFAULTS.keySet().stream()
                .filter(it -> it.startsWith(Settings.PREFIX + "."))
                .forEach(ours::add);

        assertThat(SettingKeys.all()).containsAll(ours);
        assertThat(ours).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!-- settings: selfsame -->\n",
                "<!-- end of settings -->\n",
                "<!-- settings: selfsame.host -->\n<!-- end of settings -->\n",
                "<!-- settings: selfsame.nothing -->\n<!-- end of settings -->\n",
                "<!-- settings: selfsame -->\n<!-- settings: selfsame -->\n<!-- end of settings"
                        + " -->\n"
            })
    void aDocumentWithoutItsMarksIsRefused(String document) {
        assertThatThrownBy(() -> SettingTables.renewed(document, SettingEntry.all()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<SettingEntry> withARange() {
        return SettingEntry.all().stream().filter(it -> RANGE.matcher(it.range()).matches());
    }

    @Test
    void mostRangesCanBeTried() {
        assertThat(withARange()).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @MethodSource("withARange")
    void theRangeIsWhatIsTaken(SettingEntry entry) {
        Matcher range = RANGE.matcher(entry.range());
        assertThat(range.matches()).isTrue();
        if (range.group("names") != null) {
            Stream.of(range.group("names").split(", "))
                    .map(name -> name.replace("`", ""))
                    .forEach(name -> assertTaken(entry, name));
            assertRefused(entry, "something-else");
            return;
        }
        String least = range.group("from") == null ? range.group("least") : range.group("from");
        assertTaken(entry, beside(entry, least));
        assertRefused(entry, past(beside(entry, least), -1));
        if (range.group("most") != null) {
            assertTaken(entry, beside(entry, range.group("most")));
            assertRefused(entry, past(beside(entry, range.group("most")), 1));
        }
    }

    /** The value itself, or the default of the setting of that name beside this one. */
    private static String beside(SettingEntry entry, String bound) {
        String name = entry.key().substring(0, entry.key().lastIndexOf('.') + 1) + bound;
        return DEFAULTS.getOrDefault(name, bound);
    }

    /** The next value in a direction that has to be refused. */
    private static String past(String bound, int direction) {
        if (bound.matches("-?\\d+")) {
            return Long.toString(Long.parseLong(bound) + direction);
        }
        if (bound.matches("[0-9.e-]+")) {
            return Double.toString(Double.parseDouble(bound) * (direction > 0 ? 1.01 : 0.99));
        }
        Duration duration = DurationStyle.SIMPLE.parse(bound);
        // why a second: some are compared in whole ones
        Duration step = duration.toSeconds() >= 1 ? Duration.ofSeconds(1) : Duration.ofMillis(1);
        return duration.plus(step.multipliedBy(direction)).toMillis() + "ms";
    }

    private static void assertTaken(SettingEntry entry, String value) {
        assertThat(read(entry.key(), value)).as("%s: %s", entry.key(), value).isTrue();
    }

    private static void assertRefused(SettingEntry entry, String value) {
        assertThat(read(entry.key(), value)).as("%s: %s", entry.key(), value).isFalse();
    }

    /** Whether a server would start with that, as far as settings decide it. */
    private static boolean read(String key, String value) {
        Map<String, String> values = new HashMap<>();
        DEFAULTS.keySet().stream()
                .filter(it -> it.startsWith(Settings.PREFIX + "."))
                .forEach(it -> values.put(it, DEFAULTS.getOrDefault(it, "")));
        values.putAll(WIDE);
        if (key.startsWith("selfsame.tls.")) {
            // why: without a certificate the others are refused, whatever they say
            values.put("selfsame.tls.certificate", "chain.pem");
            values.put("selfsame.tls.private-key", "key.pem");
        }
        if (key.equals("selfsame.tls.client-certificates") && !value.equals("none")) {
            values.put("selfsame.tls.client-authorities", "authorities.pem");
        }
        values.put(key, value);
        try {
            Settings settings =
                    new Binder(List.of(new MapConfigurationPropertySource(values)))
                            .bind(Settings.PREFIX, Bindable.of(Settings.class))
                            .get();
            ServerConfiguration parts = new ServerConfiguration();
            return parts.multipartLimits(settings) != null && parts.uploadShare(settings) != null;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
