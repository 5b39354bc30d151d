package dev.selfsame.server.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.liveness.Diagnostic;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.Outcome;
import dev.selfsame.engine.liveness.SecurityLevel;
import dev.selfsame.server.cli.eval.LivenessErrors.Group;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class LivenessErrorsTest {

    @TempDir private Path folder;

    @BeforeEach
    void makePictures() throws IOException {
        for (String name : List.of("a_1.jpg", "a_2.jpg", "a_10.jpg", "b_1.jpg")) {
            Files.write(folder.resolve(name), new byte[] {1});
        }
        Files.createDirectory(folder.resolve("film"));
        Files.write(folder.resolve("film").resolve("1.jpg"), new byte[] {1});
    }

    private List<Presentation> read(int frames, String... lines)
            throws IOException, PairFileException {
        Path file = Files.write(folder.resolve("list.tsv"), List.of(lines));
        return PresentationList.read(file, folder, frames);
    }

    private static LivenessVerdict verdict(Outcome outcome, double score) {
        return new LivenessVerdict(outcome, score, 0.5, Diagnostic.LIVE, List.of(), null);
    }

    @Test
    void seriesAreCutInTheOrderOfTheirNumbers() throws IOException, PairFileException {
        List<Presentation> presentations =
                read(
                        2,
                        "path\tlabel\tperson",
                        "a_10.jpg\tprint\t1",
                        "a_2.jpg\tprint\t1",
                        "a_1.jpg\tprint\t1",
                        "b_1.jpg\tlive\t1");
        assertThat(presentations).hasSize(2);
        assertThat(presentations.get(0).frames())
                .containsExactly(folder.resolve("a_1.jpg"), folder.resolve("a_2.jpg"));
        assertThat(presentations.get(1).isLive()).isTrue();
    }

    @Test
    void folderIsARecording() throws IOException, PairFileException {
        List<Presentation> presentations = read(1, "path\tlabel", "film\tscreen");
        assertThat(presentations).hasSize(1);
        assertThat(presentations.get(0).recording()).isTrue();
        assertThat(presentations.get(0).frames()).hasSize(1);
    }

    @Test
    void listThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> read(1, "path\tage", "a_1.jpg\t3"))
                .isInstanceOf(PairFileException.class);
        assertThatThrownBy(() -> read(1, "path\tlabel", "missing.jpg\tlive"))
                .isInstanceOf(PairFileException.class);
        assertThatThrownBy(() -> read(1, "path\tlabel")).isInstanceOf(PairFileException.class);
    }

    @Test
    void peopleAndAttacksAreCountedApartAtEachLevel() {
        Presentation live = new Presentation("live", List.of(), false);
        Presentation print = new Presentation("print", List.of(), false);
        LivenessErrors errors =
                LivenessErrors.of(
                        List.of(live, live, live, print, print),
                        List.of(
                                verdict(Outcome.SUCCESS, 0.1),
                                verdict(Outcome.SPOOF, 0.6),
                                verdict(Outcome.FAILED, 0.9),
                                verdict(Outcome.SUCCESS, 0.4),
                                verdict(Outcome.SPOOF, 0.9)),
                        level -> level == SecurityLevel.HIGH ? 0.3 : 0.7);
        Group people = errors.groups().get(0);
        Group prints = errors.groups().get(1);
        assertThat(people.nonResponses().errors()).isEqualTo(1);
        assertThat(wrong(people, SecurityLevel.HIGH)).isEqualTo(1);
        assertThat(wrong(people, SecurityLevel.LOW)).isZero();
        assertThat(prints.label()).isEqualTo("print");
        assertThat(wrong(prints, SecurityLevel.HIGH)).isZero();
        assertThat(wrong(prints, SecurityLevel.LOW)).isEqualTo(1);
    }

    private static long wrong(Group group, SecurityLevel level) {
        return Objects.requireNonNull(group.wrong().get(level)).errors();
    }
}
