package dev.selfsame.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.trial.Tally.Event;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** The small form of {@code bench/run KilledServer}. */
@ExtendWith(DatabasesExtension.class)
final class KilledServerTest {

    private static final int CALLS = 48;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedOutlivesTheServerAndNothingIsHalfThere(
            DatabaseKind kind, Databases databases) throws Exception {
        DatabaseOptions options = databases.fresh(kind);
        Album album = new Album(LongStream.range(1, 7).mapToObj(Fingers::png).toList(), List.of());
        try (MortalServer server = new MortalServer(folder, Databases.variables(options))) {
            Tally tally = new KillTrial(CALLS, 2, 8, 1).run(server, album);

            assertThat(tally.violations()).isEmpty();
            assertThat(
                            tally.of(Event.ENROLLED)
                                    + tally.of(Event.UPDATED)
                                    + tally.of(Event.DELETED)
                                    + tally.of(Event.CUT_AND_DONE)
                                    + tally.of(Event.CUT_AND_NOT_DONE))
                    .isEqualTo(CALLS);
            assertThat(tally.of(Event.CUT_AND_DONE) + tally.of(Event.CUT_AND_NOT_DONE))
                    .isPositive();
            assertThat(tally.of(Event.VERIFIED)).isPositive();
        }
    }
}
