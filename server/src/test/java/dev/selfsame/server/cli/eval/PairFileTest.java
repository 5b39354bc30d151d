package dev.selfsame.server.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists of pairs, right and wrong; what is wrong is named with its line. */
final class PairFileTest {

    @TempDir private Path root;

    @BeforeEach
    void makePictures() throws IOException {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            Files.writeString(root.resolve(name), name);
        }
    }

    private PairList read(String text) throws IOException, PairFileException {
        Path file = root.resolve("pairs.tsv");
        Files.writeString(file, text);
        return PairFile.read(file, root);
    }

    @Test
    void namesEachPictureOnce() throws Exception {
        PairList list = read("path1\tpath2\tlabel\na\tb\t1\na\tc\t0\n\nc\tb\t0\n");

        assertThat(list.pictures())
                .extracting(PairList.Picture::name)
                .containsExactly("a", "b", "c");
        assertThat(list.pictures().get(2).file()).isEqualTo(root.resolve("c"));
        assertThat(list.pairs())
                .containsExactly(
                        new Pair(0, 1, true), new Pair(0, 2, false), new Pair(2, 1, false));
    }

    @Test
    void readsLinesEndedAsOnWindows() throws Exception {
        assertThat(read("path1\tpath2\tlabel\r\na\tb\t1\r\na\tc\t0\r\n").pairs()).hasSize(2);
    }

    @Test
    void readsAbsolutePaths() throws Exception {
        String absolute = root.resolve("a").toAbsolutePath().toString();

        assertThat(read("path1\tpath2\tlabel\n" + absolute + "\tb\t1\na\tc\t0\n").pictures())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b 1|line 2: 1 columns",
                "a>b|line 2: 2 columns",
                "a>b>1>x|line 2: 4 columns",
                "a>b>1;;a>c>2|line 4: label 2 (expected: 1 or 0)",
                "a>b>1;a>nowhere>0|line 3: there is no file",
                "a>b>1;a>.>0|line 3: there is no file",
                "a>>1|line 2: there is no file",
                "a>b>1;a>c>1|2 pairs with label 1 and 0 with label 0"
            })
    void saysWhatIsWrongWithWhichLine(String lines, String message) {
        String text = "path1\tpath2\tlabel\n" + lines.replace('>', '\t').replace(';', '\n');

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PairFileException.class)
                .hasMessageContaining("pairs.tsv")
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatHasNoHeader() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("line 1: no header");
        assertThatThrownBy(() -> read("a\tb\t1\na\tc\t0\n")).hasMessageContaining("no header");
        assertThatThrownBy(() -> PairFile.read(root.resolve("nowhere"), root))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = root.resolve("binary");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});

        assertThatThrownBy(() -> PairFile.read(file, root))
                .isInstanceOf(PairFileException.class)
                .hasMessageContaining("no text in UTF-8");
    }
}
