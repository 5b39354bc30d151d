package dev.selfsame.server.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** A whole evaluation of made-up pictures whose every count is known. */
final class EvaluationTest {

    private static final Progress QUIET = (done, total) -> {};

    @TempDir private Path root;

    private final NumbersModality modality = new NumbersModality();

    /** Ten people 10 apart with two pictures each, all pairs; one picture shows nothing. */
    private PairList list() throws IOException, PairFileException {
        StringBuilder lines = new StringBuilder("path1\tpath2\tlabel\n");
        for (int one = 0; one < 20; one++) {
            Files.writeString(root.resolve("p" + one), one == 19 ? "" : one / 2 * 10 + " " + one);
            for (int other = 0; other < one; other++) {
                lines.append("p%d\tp%d\t%d\n".formatted(other, one, other / 2 == one / 2 ? 1 : 0));
            }
        }
        return pairs(lines.toString());
    }

    private PairList pairs(String text) throws IOException, PairFileException {
        Path file = root.resolve("pairs.tsv");
        Files.writeString(file, text);
        return PairFile.read(file, root);
    }

    private Evaluation evaluate(PairList list) throws NothingComparedException {
        Trial trial = new Trial(modality, 3);
        Reading[] readings = trial.read(list, QUIET);
        return Evaluation.of("numbers", list, readings, trial.compare(list, readings, QUIET));
    }

    @Test
    void readsEachPictureOnce() throws Exception {
        evaluate(list());

        assertThat(modality.readings).hasSize(20);
        assertThat(modality.readings.values()).containsOnly(1);
    }

    @Test
    void countsAPictureThatShowsNothingAsARejectionOfItsPairs() throws Exception {
        Evaluation evaluation = evaluate(list());

        assertThat(evaluation.failures())
                .containsExactly(new Evaluation.Failure("p19", "nothing on it"));
        assertThat(evaluation.failedToAcquire().rate()).isEqualTo(0.05);
        assertThat(evaluation.reasons()).isEqualTo(Map.of("nothing on it", 1L));
        assertThat(evaluation.all().genuine()).isEqualTo(10);
        assertThat(evaluation.all().impostor()).isEqualTo(180);
        assertThat(evaluation.made().genuine()).isEqualTo(9);
        assertThat(evaluation.made().impostor()).isEqualTo(162);
        assertThat(evaluation.made().equalErrorRate()).isZero();
        assertThat(evaluation.made().mostAccurate().accuracy()).isEqualTo(1);
        assertThat(evaluation.all().mostAccurate().accuracy())
                .isCloseTo(189.0 / 190, within(1e-12));
        assertThat(evaluation.all().atFmr())
                .allSatisfy(it -> assertThat(it.point().falseNonMatches().rate()).isEqualTo(0.1));
        assertThat(evaluation.made().atFmr())
                .allSatisfy(it -> assertThat(it.point().falseNonMatches().errors()).isZero());
    }

    @Test
    void comparesWhatScoresStateWithWhatTheyDid() throws Exception {
        Evaluation evaluation = evaluate(list());

        // why: neighbours are 10 apart and score 3000, the next ones 2000
        assertThat(evaluation.stated())
                .extracting(StatedRate::score)
                .containsExactly(2500.0, 3000.0, 3500.0, 4000.0);
        StatedRate at3000 = evaluation.stated().get(1);
        assertThat(at3000.fmr()).isCloseTo(1e-3, within(1e-12));
        assertThat(at3000.measured().falseMatches().errors())
                .as("eight pairs of whole neighbours with four each, one neighbour with two")
                .isEqualTo(34);
        assertThat(evaluation.stated().get(2).measured().falseMatches().errors()).isZero();
    }

    /** The pictures of quality 0 and 1 are unlike everything; without them nothing is missed. */
    @Test
    void discardsTheWorstPicturesFirst() throws Exception {
        StringBuilder lines = new StringBuilder("path1\tpath2\tlabel\n");
        for (int one = 0; one < 20; one++) {
            int who = one < 2 ? 127 - 157 * one : one / 2 * 10;
            Files.writeString(root.resolve("p" + one), who + " " + one);
            for (int other = 0; other < one; other++) {
                lines.append("p%d\tp%d\t%d\n".formatted(other, one, other / 2 == one / 2 ? 1 : 0));
            }
        }

        Evaluation evaluation = evaluate(pairs(lines.toString()));

        assertThat(evaluation.made().atFmr().get(1).point().falseNonMatches().errors()).isOne();
        assertThat(evaluation.discards())
                .extracting(Discard::share, Discard::pictures)
                .containsExactly(tuple(0.1, 2), tuple(0.2, 4));
        Discard tenth = evaluation.discards().get(0);
        assertThat(tenth.unmoved().falseNonMatches().errors()).isZero();
        assertThat(tenth.unmoved().falseNonMatches().trials()).isEqualTo(9);
        assertThat(tenth.unmoved().falseMatches().trials()).isEqualTo(144);
        assertThat(tenth.unmoved().threshold())
                .isEqualTo(evaluation.made().atFmr().get(1).point().threshold());
    }

    @Test
    void saysWhyNothingCouldBeCompared() throws Exception {
        Files.writeString(root.resolve("empty"), "");
        Files.writeString(root.resolve("full"), "1 1");
        PairList list = pairs("path1\tpath2\tlabel\nempty\tfull\t1\nfull\tfull\t0\n");

        assertThatThrownBy(() -> evaluate(list))
                .isInstanceOf(NothingComparedException.class)
                .hasMessageContaining("only 0 pairs with label 1")
                .hasMessageContaining("nothing on it=1");
    }

    @Test
    void reportsTheSameNumbersInEveryForm() throws Exception {
        Evaluation evaluation = evaluate(list());

        Map<String, Object> json = EvaluationJson.members(evaluation);
        assertThat(json)
                .containsEntry("genuine", 10)
                .containsEntry("impostor", 180)
                .containsEntry("images", 20)
                .containsEntry("failedToAcquire", 1)
                .containsEntry("fnmr", Map.of("1e-2", 0.1, "1e-3", 0.1, "1e-4", 0.1));
        assertThat((Double) json.get("eer")).isBetween(0.0, 0.1);
        assertThat((Map<?, ?>) json.get("comparisonsMade")).extracting("eer").isEqualTo(0.0);
        assertThat(EvaluationText.of(evaluation))
                .contains("190 pairs of numbers: 10 same, 180 different, of 20 pictures")
                .contains("Failed to acquire: 1 of 20 pictures, 5.00 %")
                .contains("10.00 % 1/10")
                .contains("34/162");
        List<String> csv = DetCsv.of(evaluation.made().corners()).lines().toList();
        assertThat(csv).hasSize(1 + evaluation.made().corners().size());
        assertThat(csv.get(0)).isEqualTo("threshold,fmr,fnmr,false_matches,false_non_matches");
        assertThat(csv.get(1)).endsWith(",162,0");
    }

    @Test
    void writesItsFiles() throws Exception {
        Evaluation evaluation = evaluate(list());
        Path folder = root.resolve("deep/report");
        EvaluationFiles files = new EvaluationFiles(folder);

        files.write(evaluation);
        files.draw(evaluation);

        assertThat(folder.resolve("report.txt")).content().isEqualTo(EvaluationText.of(evaluation));
        assertThat(folder.resolve("det.csv")).isNotEmptyFile();
        assertThat(folder.resolve("failures.tsv"))
                .content()
                .isEqualTo("path\treason\np19\tnothing on it\n");
        BufferedImage picture = ImageIO.read(folder.resolve("det.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(900);
        assertThat(colours(picture)).as("lines, not an empty frame").isGreaterThan(3);
    }

    private static long colours(BufferedImage picture) {
        return Arrays.stream(
                        picture.getRGB(
                                0,
                                0,
                                picture.getWidth(),
                                picture.getHeight(),
                                null,
                                0,
                                picture.getWidth()))
                .distinct()
                .count();
    }
}
