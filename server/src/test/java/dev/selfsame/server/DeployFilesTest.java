package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;
import dev.selfsame.server.version.Version;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What operators install names nothing that this server does not have. */
@ExtendWith(ServerExtension.class)
final class DeployFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Path DOCUMENT = ROOT.resolve("docs/deployment.md");
    private static final Path DOCKERFILE = DEPLOY.resolve("Dockerfile");
    private static final Path ALERTS = DEPLOY.resolve("prometheus/alerts.yaml");
    private static final Path DASHBOARD = DEPLOY.resolve("grafana/selfsame.json");
    private static final Path UNIT = DEPLOY.resolve("systemd/selfsame.service");

    private static final Pattern VARIABLE = Pattern.compile("SELFSAME_[A-Z0-9_]+");
    // why: not in paths, nor in names of Java packages
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w./-])selfsame\\.[a-z0-9.-]*[a-z0-9]");
    private static final Set<String> FILES = Set.of("selfsame.jar", "selfsame.service");
    private static final Pattern ACTUATOR = Pattern.compile("/actuator/[a-z]+(?:/[a-z]+)?");

    private static final Pattern NOT_METRICS =
            Pattern.compile(
                    "\"[^\"]*\"|\\[[^\\]]*]"
                            + "|\\b(?:by|without|on|ignoring|group_left|group_right)"
                            + "\\s*\\([^)]*\\)");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+)");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");

    /** Prometheus's own. */
    private static final Set<String> FOREIGN = Set.of("up");

    /** Absent until something happens that a fresh server has not seen, or without TLS. */
    private static final Set<String> LATER =
            Set.of("selfsame_callbacks_total", "selfsame_tls_certificate_end_seconds");

    /** Every metric that an alert or the dashboard reads. */
    static Set<String> metrics() throws IOException {
        Set<String> expressions = new TreeSet<>();
        collect(yaml(ALERTS), "expr", expressions);
        collect(yaml(DASHBOARD), "expr", expressions);
        Set<String> metrics = new TreeSet<>();
        expressions.forEach(it -> metrics.addAll(metrics(it)));
        Set<String> queries = new TreeSet<>();
        collect(yaml(DASHBOARD), "query", queries);
        for (String query : queries) {
            LABEL_VALUES.matcher(query).results().forEach(it -> metrics.add(it.group(1)));
        }
        return metrics;
    }

    /** The metrics that an expression of Prometheus reads. */
    private static Set<String> metrics(String expression) {
        String bare = NOT_METRICS.matcher(expression).replaceAll("");
        Set<String> names = new TreeSet<>();
        NAME.matcher(LABELS.matcher(bare).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !OPERATORS.contains(name))
                .forEach(names::add);
        return names;
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(
                        metrics(
                                "sum by (uri) (rate(a_total{x=\"b_total{\", y=~\"$z\"}[5m]))"
                                        + " / max(c_seconds) > 1e6 or d unless d offset 1h"))
                .containsExactly("a_total", "c_seconds", "d");
    }

    @Test
    void everyMetricIsServed(RunningServer server) throws IOException {
        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
        String served =
                server.get("/actuator/prometheus", "apikey", server.newKey("metrics")).body();

        List<String> missing = new ArrayList<>();
        for (String metric : metrics()) {
            boolean expected = !FOREIGN.contains(metric) && !LATER.contains(metric);
            Pattern sample =
                    Pattern.compile("^" + Pattern.quote(metric) + "[ {]", Pattern.MULTILINE);
            if (expected && !sample.matcher(served).find()) {
                missing.add(metric);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(metrics()).containsAll(LATER).contains("selfsame_admission_queue", "up");
    }

    @Test
    void everyAddressAnswers(RunningServer server) throws IOException {
        Set<String> paths = named(ACTUATOR);

        for (String path : paths) {
            assertThat(server.get(path, "apikey", server.apiKey()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(paths).contains("/actuator/health/liveness", "/actuator/prometheus");
    }

    @Test
    void everyVariableIsOneOfOurs() throws IOException {
        Set<String> variables = named(VARIABLE);

        assertThat(variables).contains("SELFSAME_DATA", "SELFSAME_HOST");
        assertThat(SettingKeys.unknownVariables(variables)).isEmpty();
    }

    @Test
    void everySettingIsOneOfOurs() throws IOException {
        Set<String> settings = named(SETTING);

        assertThat(settings).containsAll(FILES).contains("selfsame.database.password");
        settings.removeAll(FILES);
        assertThat(SettingKeys.all()).containsAll(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose/selfsame.yaml", "systemd/selfsame.yaml"})
    void settingsFilesSetNothingElse(String file) throws IOException {
        Set<String> settings = new TreeSet<>();
        if (yaml(DEPLOY.resolve(file)) instanceof Map<?, ?> keys) {
            flatten(Settings.PREFIX, keys.get(Settings.PREFIX), settings);
        }

        assertThat(settings).isNotEmpty();
        assertThat(SettingKeys.all()).containsAll(settings);
    }

    @Test
    void everyFileIsWellFormed() throws IOException {
        List<String> parsed = new ArrayList<>();
        for (Path file : files()) {
            String name = DEPLOY.relativize(file).toString();
            // why not the templates: they are YAML only once Helm has filled them in
            if (name.endsWith(".yaml") && !name.contains("templates")) {
                assertThat(yaml(file)).as(name).isInstanceOf(Map.class);
                parsed.add(name);
            } else if (name.endsWith(".json")) {
                assertThat(JsonMapper.builder().build().readTree(Files.readString(file)).isObject())
                        .as(name)
                        .isTrue();
                parsed.add(name);
            }
        }

        assertThat(parsed)
                .contains(
                        "compose.yaml",
                        "grafana/selfsame.json",
                        "helm/selfsame/Chart.yaml",
                        "helm/selfsame/values.schema.json",
                        "helm/selfsame/values.yaml",
                        "prometheus/alerts.yaml");
    }

    @Test
    void theImageHoldsWhatTheBuildLaysOut() throws IOException {
        String application =
                found("(?m)^APPLICATION=(\\S+)$", Files.readString(ROOT.resolve("tools/build.sh")));
        String folder = application.substring(0, application.lastIndexOf('/'));
        List<String> lines = Files.readAllLines(DOCKERFILE);

        assertThat(lines)
                .contains(
                        "COPY --from=build /source/" + folder + "/lib /opt/selfsame/lib",
                        "COPY --from=build /source/" + application + " /opt/selfsame/selfsame.jar");
        assertThat(Files.readString(UNIT)).contains(" -jar /opt/selfsame/selfsame.jar serve ");
        assertThat(lines).anyMatch(it -> it.endsWith("\"-jar\", \"/opt/selfsame/selfsame.jar\"]"));
    }

    @Test
    void theImageRunsAsANumberThatIsNotRootAndFetchesNothing() throws IOException {
        List<String> lines = Files.readAllLines(DOCKERFILE);

        assertThat(lines.stream().filter(it -> it.startsWith("USER ")))
                .containsExactly("USER 65532:65532");
        assertThat(lines.lastIndexOf("USER 65532:65532"))
                .isGreaterThan(lines.lastIndexOf("FROM ${RUN_IMAGE}"))
                .isLessThan(lines.indexOf("CMD [\"serve\", \"--no-key\"]"));
        assertThat(lines).noneMatch(it -> it.startsWith("ADD "));
        assertThat(lines).noneMatch(it -> it.contains("curl ") || it.contains("wget "));
        assertThat(lines).contains("STOPSIGNAL SIGTERM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "compose.yaml",
                "helm/selfsame/templates/deployment.yaml",
                "systemd/selfsame.service"
            })
    void logsThatOthersReadGetNoKey(String file) throws IOException {
        assertThat(Files.readString(DEPLOY.resolve(file))).containsPattern("serve[\", ]+--no-key");
    }

    @Test
    void theUnitIsHardened() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains(
                        "User=selfsame",
                        "StateDirectory=selfsame",
                        "StateDirectoryMode=0700",
                        "UMask=0077",
                        "LimitCORE=0",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "PrivateDevices=yes",
                        "RestrictNamespaces=yes",
                        "SystemCallArchitectures=native",
                        "SystemCallFilter=@system-service")
                // why: they keep a JVM from working
                .noneMatch(it -> it.startsWith("MemoryDenyWriteExecute="))
                .noneMatch(it -> it.startsWith("ProcSubset="));
    }

    @ParameterizedTest
    @CsvSource({
        "systemd/selfsame.service, TimeoutStopSec=(\\d+)s, 0",
        "compose.yaml, stop_grace_period: (\\d+)s\\n    # why again, 0",
        "helm/selfsame/templates/deployment.yaml, terminationGracePeriodSeconds: (\\d+), 5"
    })
    void runningRequestsHaveTheirTime(String file, String pattern, int pauseSeconds)
            throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        int graceful = Integer.parseInt(found("timeout-per-shutdown-phase: (\\d+)s", settings));
        int given = Integer.parseInt(found(pattern, Files.readString(DEPLOY.resolve(file))));

        assertThat(given).isGreaterThanOrEqualTo(pauseSeconds + graceful + 10);
    }

    @Test
    void imageAndChartStateTheVersionOfTheBuild() throws IOException {
        String version = Version.current().text();

        assertThat(Files.readAllLines(DOCKERFILE)).contains("ARG VERSION=" + version);
        assertThat(Files.readAllLines(DEPLOY.resolve("helm/selfsame/Chart.yaml")))
                .contains("appVersion: " + version);
    }

    /** Whatever of this form stands in a file of the folder, or in what is written about it. */
    private static Set<String> named(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> all = new ArrayList<>(files());
        all.add(DOCUMENT);
        for (Path file : all) {
            pattern.matcher(Files.readString(file)).results().forEach(it -> found.add(it.group()));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        // why: an operator's own, which nobody commits
        Path secrets = DEPLOY.resolve("secrets");
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(secrets))
                    .sorted()
                    .toList();
        }
    }

    private static Object yaml(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Texts under a key, wherever in a document that is. */
    private static void collect(@Nullable Object node, String key, Set<String> texts) {
        if (node instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) -> {
                        if (key.equals(name) && value instanceof String text) {
                            texts.add(text);
                        }
                        collect(value, key, texts);
                    });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, key, texts));
        }
    }

    /** The dotted names of everything that is set below a name. */
    private static void flatten(String name, @Nullable Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(name + "." + key, value, names));
        } else {
            names.add(name);
        }
    }
}
