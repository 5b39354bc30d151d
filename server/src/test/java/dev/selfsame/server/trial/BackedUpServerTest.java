package dev.selfsame.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.trial.BackupTrial.Restored;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The small form of {@code bench/run BackedUpServer}. */
final class BackedUpServerTest {

    private static final int PEOPLE = 12;

    @TempDir private Path folder;

    @Test
    void everybodyAcknowledgedBeforeABackupIsThereElsewhereAndNobodyIsBroken() throws Exception {
        Album album = new Album(LongStream.range(1, 7).mapToObj(Fingers::png).toList(), List.of());
        BackupTrial trial = new BackupTrial(folder, Map.of(), album, 2, 1);

        trial.run(1, PEOPLE, 0);
        Restored restored = trial.restore(trial.copies().getFirst(), "elsewhere", Map.of(), false);

        assertThat(restored.violations()).isEmpty();
        assertThat(restored.certain()).isGreaterThanOrEqualTo(PEOPLE / 2);
        assertThat(restored.certain() - restored.absent()).isPositive();
    }
}
