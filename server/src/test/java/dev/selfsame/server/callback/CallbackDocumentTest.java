package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.CompiledSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code of docs/callbacks.md tells genuine calls from others. */
final class CallbackDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/callbacks.md");
    private static final String KEY = "0123456789-0123456789-0123456789";
    private static final String BODY = "{\"sessionId\":\"7b4e38f6-de53-4dd5-a8b8-985833f771d2\"}";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir private Path folder;

    /** What a receiver sees, and whether it should believe it. */
    private record Case(String key, String header, String body, Instant now, boolean genuine) {}

    private static List<Case> cases() {
        String header =
                new CallbackSignature(KEY)
                        .of(BODY.getBytes(StandardCharsets.UTF_8), NOW)
                        .orElseThrow();
        return List.of(
                new Case(KEY, header, BODY, NOW, true),
                new Case(KEY, header, BODY, NOW.plusSeconds(300), true),
                new Case(KEY, header, BODY, NOW.plusSeconds(301), false),
                new Case(KEY, header, BODY, NOW.minusSeconds(301), false),
                new Case(KEY, header, BODY.replace("7b", "7c"), NOW, false),
                new Case(KEY.replace('0', '1'), header, BODY, NOW, false),
                new Case(KEY, header.replaceFirst("t=(\\d+)\\d", "t=$10"), BODY, NOW, true),
                new Case(KEY, header.replaceFirst("t=(\\d+)\\d", "t=$17"), BODY, NOW, false),
                new Case(KEY, header.substring(0, header.length() - 1), BODY, NOW, false),
                new Case(KEY, header + "0", BODY, NOW, false),
                new Case(KEY, "", BODY, NOW, false),
                new Case(KEY, "t=,v1=", BODY, NOW, false));
    }

    @Test
    void inJava() throws Exception {
        CompiledSources.compileInto(folder, List.of(block("java")));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method genuine =
                    loader.loadClass("CallbackCheck")
                            .getMethod(
                                    "genuine",
                                    String.class,
                                    String.class,
                                    byte[].class,
                                    Instant.class);
            for (Case it : cases()) {
                byte[] body = it.body().getBytes(StandardCharsets.UTF_8);
                assertThat(genuine.invoke(null, it.key(), it.header(), body, it.now()))
                        .describedAs(it.toString())
                        .isEqualTo(it.genuine());
            }
        }
    }

    @Test
    void inPython() throws Exception {
        assertTellsThemApart(
                "python3",
                block("python"),
                "print(str(genuine(%s, %s, %s.encode(), %d)).lower())%n");
    }

    @Test
    void inNode() throws Exception {
        assertTellsThemApart("node", block("js"), "console.log(genuine(%s, %s, %s, %d))%n");
    }

    private void assertTellsThemApart(String program, String code, String line) throws Exception {
        assumeTrue(isInstalled(program), "there is no " + program + " here");
        StringBuilder script = new StringBuilder(code);
        List<String> expected = new ArrayList<>();
        for (Case it : cases()) {
            long now = it.now().getEpochSecond();
            script.append(
                    line.formatted(quoted(it.key()), quoted(it.header()), quoted(it.body()), now));
            expected.add(Boolean.toString(it.genuine()));
        }
        Path file = Files.writeString(folder.resolve("check"), script);
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(program, file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readAllLines(output)).isEqualTo(expected);
    }

    private static boolean isInstalled(String program) {
        return Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT));
        List<String> found =
                block.results()
                        .map(it -> it.group(1))
                        .collect(Collectors.toCollection(ArrayList::new));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
