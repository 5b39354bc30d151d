package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** The commands that need no server, on real pictures: output, files and exit codes. */
final class CommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writePictures() throws IOException {
        Files.write(folder.resolve("anna.jpg"), Faces.anna());
        Files.write(folder.resolve("@anna.png"), Faces.annaAgain());
        Files.write(folder.resolve("berta.jpg"), Faces.berta());
        Files.write(folder.resolve("tiny.png"), Faces.annaTiny());
        Files.write(folder.resolve("wall.png"), Faces.nobody());
        Files.write(folder.resolve("group.jpg"), Faces.group());
        Files.writeString(folder.resolve("text.jpg"), "no picture");
    }

    @Test
    void matchTellsPeopleApart() {
        assertThat(run("match", file("anna.jpg"), file("@anna.png"))).isZero();
        assertThat(out.toString()).startsWith("SAME (score ").contains("strict 4000 reached");

        assertThat(run("match", file("anna.jpg"), file("berta.jpg"), "--json")).isOne();
        JsonNode answer = json();
        assertThat(answer.get("same").booleanValue()).isFalse();
        assertThat(answer.get("score").doubleValue()).isBetween(1500.0, 3000.0);
        assertThat(answer.get("candidate").get("file").stringValue()).endsWith("berta.jpg");

        assertThat(run("match", "--threshold", "1500", file("anna.jpg"), file("berta.jpg")))
                .isZero();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall.png", "group.jpg", "text.jpg", "missing.jpg"})
    void matchSaysWhichPictureCannotBeUsed(String name) {
        assertThat(run("match", file("anna.jpg"), file(name))).isEqualTo(3);

        assertThat(err.toString().lines()).singleElement().asString().contains(name);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match %s",
                "match %s %s --threshold NaN",
                "match %s %s --threshold 10001",
                "inspect %s --draw drawing.jpg",
                "match %s %s --threshold high",
                "match %s %s --dpi 500",
                "match %s %s --finger --dpi 99",
                "match %s %s --finger --rotate",
                "match %s %s --finger --mode SELFSAME_F1",
                "match %s %s --nonsense",
                "eval --root %s",
                "eval --pairs %s --finger --one-face",
                "eval --pairs %s --threads 0",
                "inspect",
                "nonsense",
                ""
            })
    void misuseIsExitCodeTwo(String line) {
        String[] words = line.replace("%s", file("anna.jpg")).split(" ", -1);

        assertThat(run(line.isEmpty() ? new String[0] : words)).isEqualTo(2);

        assertThat(err.toString()).isNotEmpty();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void inspectFindsEveryFaceAndDrawsThem() throws IOException {
        Path drawing = folder.resolve("drawing.png");

        assertThat(run("inspect", file("group.jpg"), "--json", "--draw", drawing.toString()))
                .isZero();

        JsonNode faces = json().get("faces");
        assertThat(faces).hasSize(3);
        assertThat(faces.get(0).get("quality").get("value").isInt()).isTrue();
        var original = ImageIO.read(folder.resolve("group.jpg").toFile());
        var drawn = ImageIO.read(drawing.toFile());
        assertThat(drawn.getWidth()).isEqualTo(original.getWidth());
        assertThat(drawn.getHeight()).isEqualTo(original.getHeight());
        JsonNode box = faces.get(0).get("box");
        int left = (int) box.get("x").doubleValue();
        int middle = (int) (box.get("y").doubleValue() + box.get("height").doubleValue() / 2);
        assertThat(drawn.getRGB(left, middle)).isNotEqualTo(original.getRGB(left, middle));
    }

    @Test
    void inspectKeepsThePictureItself() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("@anna.png"));

        assertThat(run("inspect", file("@anna.png"), "--draw", file("@anna.png"))).isEqualTo(2);

        assertThat(folder.resolve("@anna.png")).hasBinaryContent(before);
    }

    @Test
    void matchSaysWhenAPictureIsTooPoor() {
        run("match", file("anna.jpg"), file("tiny.png"));

        assertThat(out.toString())
                .contains("another picture than " + file("tiny.png"))
                .doesNotContain("another picture than " + file("anna.jpg"));
    }

    @Test
    void inspectOfAnEmptyPictureFindsNone() {
        assertThat(run("inspect", file("wall.png"), "--json")).isZero();

        assertThat(json().get("faces")).isEmpty();
    }

    @Test
    void evalCountsErrorsAndWritesItsFiles() throws IOException {
        Path pairs = folder.resolve("pairs.tsv");
        Files.writeString(
                pairs,
                """
                path1\tpath2\tlabel
                anna.jpg\t@anna.png\t1
                anna.jpg\twall.png\t1
                anna.jpg\tberta.jpg\t0
                @anna.png\tberta.jpg\t0
                """);
        String[] line = {
            "eval",
            "--pairs",
            pairs.toString(),
            "--root",
            folder.toString(),
            "--out",
            folder.resolve("report").toString(),
            "--json"
        };

        assertThat(run(line)).as(err.toString()).isZero();

        JsonNode answer = json();
        assertThat(answer.get("genuine").intValue()).isEqualTo(2);
        assertThat(answer.get("impostor").intValue()).isEqualTo(2);
        assertThat(answer.get("fnmr").get("1e-3").doubleValue()).isEqualTo(0.5);
        assertThat(answer.get("failedToAcquire").intValue()).isOne();
        assertThat(folder.resolve("report/det.csv")).isNotEmptyFile();
        assertThat(folder.resolve("report/report.txt")).content().contains("no face 1");
        assertThat(folder.resolve("report/failures.tsv")).content().contains("wall.png\tno face");
    }

    @Test
    void modelsAreListedAndVerified() {
        assertThat(run("models", "--json")).isZero();

        JsonNode answer = json();
        assertThat(answer.get("currentMode").stringValue()).isEqualTo("SELFSAME_F1");
        assertThat(answer.get("packs").get(0).get("networks").size()).isGreaterThan(5);
    }

    @Test
    void everyCommandHasHelpWithExamplesAndAVersion() {
        for (String command :
                new String[] {
                    "match", "inspect", "eval", "models", "serve", "keys", "tenants", "usage",
                    "audit"
                }) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: selfsame " + command, "Examples:");

            assertThat(run(command, "--version")).isZero();
            assertThat(out.toString()).contains("Selfsame ");
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private JsonNode json() {
        assertThat(out.toString().lines()).hasSize(1);
        return JSON.readTree(out.toString());
    }
}
