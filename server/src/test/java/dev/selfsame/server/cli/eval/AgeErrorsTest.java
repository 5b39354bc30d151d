package dev.selfsame.server.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.server.cli.eval.AgeErrors.Band;
import dev.selfsame.server.cli.eval.AgeList.Portrait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class AgeErrorsTest {

    @TempDir private Path folder;

    @Test
    void countsByTrueAge() {
        List<Portrait> people =
                List.of(person(5), person(9), person(17), person(18), person(90), person(30));
        double[] estimates = {8, 8, 20, 16, 80, Double.NaN};

        AgeErrors errors = AgeErrors.of(people, estimates, 18);

        assertThat(errors.pictures()).isEqualTo(6);
        assertThat(errors.all().count()).isEqualTo(5);
        assertThat(errors.all().meanAbsolute()).isCloseTo((3 + 1 + 3 + 2 + 10) / 5.0, within(1e-9));
        assertThat(errors.all().bias()).isCloseTo((3 - 1 + 3 - 2 - 10) / 5.0, within(1e-9));
        assertThat(errors.bands()).extracting(Band::from).containsExactly(0.0, 10.0, 18.0, 75.0);
        Band children = errors.bands().get(0);
        assertThat(children.meanAbsolute()).isCloseTo(2, within(1e-9));
        // 1.96 times the standard error of 3 and 1, which is 1
        assertThat(children.halfInterval()).isCloseTo(1.96, within(1e-3));
        assertThat(errors.youngPassed().errors()).isEqualTo(1);
        assertThat(errors.youngPassed().trials()).isEqualTo(3);
        assertThat(errors.oldRefused().errors()).isEqualTo(1);
        assertThat(errors.oldRefused().trials()).isEqualTo(2);
    }

    @Test
    void readsAListWithFurtherColumns() throws Exception {
        Files.writeString(folder.resolve("a.jpg"), "");
        Path list = list("path\tage\tgender\n\na.jpg\t7\tfemale\na.jpg\t7.5\t\n");

        assertThat(AgeList.read(list, folder))
                .containsExactly(
                        new Portrait(folder.resolve("a.jpg"), 7),
                        new Portrait(folder.resolve("a.jpg"), 7.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "path\n",
                "age\tpath\na.jpg\t7\n",
                "path\tage\n",
                "path\tage\na.jpg\n",
                "path\tage\na.jpg\told\n",
                "path\tage\na.jpg\t-1\n",
                "path\tage\na.jpg\tNaN\n",
                "path\tage\nb.jpg\t7\n",
                "path\tage\n\t7\n"
            })
    void saysWhatIsWrongWithAList(String text) throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "");
        Path list = list(text);

        assertThatThrownBy(() -> AgeList.read(list, folder))
                .isInstanceOf(PairFileException.class)
                .hasMessageContaining("ages.tsv");
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("ages.tsv"), text);
    }

    private static Portrait person(double years) {
        return new Portrait(Path.of("picture"), years);
    }
}
