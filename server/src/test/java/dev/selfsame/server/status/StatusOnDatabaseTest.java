package dev.selfsame.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.status.StatusReport.ApiReport;
import dev.selfsame.server.status.StatusReport.DayReport;
import dev.selfsame.server.status.StatusReport.PartReport;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.Together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** What servers measure, added up in their database and reported. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class StatusOnDatabaseTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final StatusOptions ON = new StatusOptions(true);
    private static final long MILLI = 1_000_000;

    @TempDir private Path folder;

    private final DatabaseOptions options;
    // at noon of that day
    private final ManualClock clock = new ManualClock();
    private Database database;
    private StatusStore store;

    StatusOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    /** A server whose parts can be broken. */
    private final class Server {
        private final Set<Part> broken = EnumSet.noneOf(Part.class);
        private final RequestRecorder recorder = new RequestRecorder(ON, clock);
        private final StatusRounds rounds =
                new StatusRounds(
                        List.of(probe(Part.SESSIONS), probe(Part.DATABASE)),
                        recorder,
                        store,
                        clock);

        private Probe probe(Part part) {
            return new Probe(part, false, () -> fail(part));
        }

        private void fail(Part part) {
            if (broken.contains(part)) {
                throw new Problem(ProblemKind.UNAVAILABLE, "broken");
            }
        }

        PartReport report(Part part) {
            return new StatusBoard(store, rounds, clock)
                    .current().parts().stream()
                            .filter(it -> it.part() == part)
                            .findFirst()
                            .orElseThrow();
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        store = database.status();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDaysAvailabilityIsTheShareOfTheMinutesInWhichAPartWorked() {
        Server server = new Server();
        for (int minute = 0; minute < 8; minute++) {
            server.broken.clear();
            if (minute >= 6) {
                server.broken.add(Part.SESSIONS);
            }
            server.rounds.round();
            // another look in the same minute counts no further
            server.rounds.round();
            clock.pass(MINUTE);
        }

        PartReport sessions = server.report(Part.SESSIONS);
        assertThat(sessions.state()).isEqualTo(PartState.DOWN);
        assertThat(sessions.availability()).isEqualTo(0.75);
        assertThat(sessions.days()).hasSize(StatusReport.DAYS);
        assertThat(sessions.days().getLast()).isEqualTo(new DayReport(TODAY, 0.75, 8));
        assertThat(server.report(Part.DATABASE).availability()).isEqualTo(1.0);
        assertThat(server.report(Part.SERVICE).availability()).isEqualTo(0.75);
        assertThat(server.report(Part.SERVICE).state()).isEqualTo(PartState.DOWN);
    }

    @Test
    void daysOnWhichNoServerRanAreNoData() {
        Server server = new Server();
        server.rounds.round();
        clock.pass(Duration.ofDays(3));
        server.rounds.round();

        List<DayReport> days = server.report(Part.SESSIONS).days();

        assertThat(days.getLast().availability()).isEqualTo(1.0);
        assertThat(days.get(days.size() - 4).availability()).isEqualTo(1.0);
        assertThat(days.stream().filter(day -> day.availability() == null)).hasSize(88);
        assertThat(server.report(Part.SESSIONS).availability()).isEqualTo(1.0);
        // a part that nobody looked at
        assertThat(server.report(Part.FACES).availability()).isNull();
        assertThat(server.report(Part.FACES).state()).isEqualTo(PartState.UNKNOWN);
    }

    @Test
    void severalServersCountAMinuteOnceAndOneThatWorksIsEnough() {
        Server one = new Server();
        Server other = new Server();
        one.broken.add(Part.SESSIONS);
        for (int minute = 0; minute < 4; minute++) {
            if (minute == 3) {
                other.broken.add(Part.SESSIONS);
            }
            one.rounds.round();
            other.rounds.round();
            clock.pass(MINUTE);
        }

        assertThat(one.report(Part.SESSIONS).days().getLast())
                .isEqualTo(new DayReport(TODAY, 0.75, 4));
    }

    @Test
    void minutesWithoutADatabaseAreWrittenWhenItIsBack() {
        Server server = new Server();
        server.rounds.round();
        server.broken.add(Part.DATABASE);
        for (int minute = 0; minute < 3; minute++) {
            clock.pass(MINUTE);
            server.rounds.round();
        }
        assertThat(minutes(Part.DATABASE)).isEqualTo("1 of 1");

        server.broken.clear();
        clock.pass(MINUTE);
        server.rounds.round();

        assertThat(minutes(Part.DATABASE)).isEqualTo("2 of 5");
        assertThat(minutes(Part.SESSIONS)).isEqualTo("5 of 5");
    }

    private String minutes(Part part) {
        DayMinutes day =
                store.minutes(TODAY).stream()
                        .filter(it -> it.part() == part)
                        .findFirst()
                        .orElseThrow();
        return day.passed() + " of " + day.measured();
    }

    @Test
    void whatNobodyHasLookedAtLatelyIsNotKnown() {
        Server server = new Server();
        assertThat(server.report(Part.SERVICE).state()).isEqualTo(PartState.UNKNOWN);

        server.rounds.round();
        assertThat(server.report(Part.SERVICE).state()).isEqualTo(PartState.UP);

        clock.pass(MINUTE.multipliedBy(3));
        assertThat(server.report(Part.SERVICE).state()).isEqualTo(PartState.UNKNOWN);
    }

    @Test
    void requestsOfAllServersAreAddedUp() {
        Server one = new Server();
        Server other = new Server();
        for (int i = 0; i < 98; i++) {
            one.recorder.record(ApiGroup.MULTIBIOMETRICS, 200, 10 * MILLI);
        }
        one.recorder.record(ApiGroup.MULTIBIOMETRICS, 429, 10 * MILLI);
        one.recorder.record(ApiGroup.MULTIBIOMETRICS, 404, -1);
        one.rounds.round();
        other.recorder.record(ApiGroup.MULTIBIOMETRICS, 503, 3000 * MILLI);
        other.recorder.record(ApiGroup.MULTIBIOMETRICS, 500, 3000 * MILLI);
        other.rounds.round();
        clock.pass(MINUTE);
        for (int i = 0; i < 98; i++) {
            other.recorder.record(ApiGroup.MULTIBIOMETRICS, 200, 10 * MILLI);
        }
        other.rounds.round();

        ApiReport api =
                new StatusBoard(store, one.rounds, clock)
                        .current().apis().stream()
                                .filter(it -> it.api() == ApiGroup.MULTIBIOMETRICS)
                                .findFirst()
                                .orElseThrow();

        assertThat(api.today()).isEqualTo(api.all());
        assertThat(api.days()).hasSize(1);
        assertThat(api.all().failed()).isEqualTo(0.01);
        assertThat(api.all().refused()).isEqualTo(0.005);
        assertThat(api.all().median()).isBetween(Duration.ofMillis(8), Duration.ofMillis(12));
        assertThat(api.all().p95()).isBetween(Duration.ofMillis(8), Duration.ofMillis(12));
        assertThat(api.all().p99()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void nothingWasMeasuredOfWhatNobodyAskedFor() {
        Server server = new Server();

        StatusReport report = new StatusBoard(store, server.rounds, clock).current();

        assertThat(report.apis()).extracting(ApiReport::all).containsOnly(Figures.of(List.of()));
        assertThat(Figures.of(List.of())).isEqualTo(new Figures(null, null, null, null, null));
    }

    @Test
    void aReportIsMadeAnewAfterAWhileOnly() {
        Server server = new Server();
        StatusBoard board = new StatusBoard(store, server.rounds, clock);
        StatusReport first = board.current();
        server.rounds.round();

        clock.pass(StatusBoard.AGE.minusMillis(1));
        assertThat(board.current()).isSameAs(first);

        clock.pass(Duration.ofMillis(1));
        assertThat(board.current()).isNotSameAs(first);
        assertThat(board.current().service().state()).isEqualTo(PartState.UP);
    }

    @Test
    void whatWasKnownIsShownWhileTheDatabaseIsAway() {
        Server server = new Server();
        server.rounds.round();
        StatusBoard board = new StatusBoard(store, server.rounds, clock);
        assertThat(board.current().service().availability()).isEqualTo(1.0);

        database.close();
        server.broken.add(Part.DATABASE);
        clock.pass(MINUTE);
        server.rounds.round();

        StatusReport report = board.current();
        assertThat(report.service().availability()).isEqualTo(1.0);
        assertThat(report.service().state()).isEqualTo(PartState.DOWN);
    }

    @Test
    void whatIsOldIsForgotten() {
        Server server = new Server();
        server.recorder.record(ApiGroup.CAPTURE, 200, MILLI);
        server.rounds.round();

        clock.pass(Duration.ofDays(StatusRounds.DAYS_KEPT));
        server.rounds.round();
        assertThat(store.requests(TODAY)).hasSize(1);
        assertThat(store.minutes(TODAY).getFirst().day()).isEqualTo(TODAY);
        assertThat(server.report(Part.SESSIONS).days().getFirst().availability()).isNull();

        clock.pass(Duration.ofDays(1));
        server.rounds.round();
        assertThat(store.requests(TODAY)).isEmpty();
        assertThat(store.minutes(TODAY).getFirst().day()).isAfter(TODAY);
    }

    @Test
    void serversThatWriteAtTheSameTimeLoseNothing() {
        Callable<Boolean> write =
                () -> {
                    RequestRecorder recorder = new RequestRecorder(ON, clock);
                    StatusRounds rounds = new StatusRounds(List.of(), recorder, store, clock);
                    for (ApiGroup api : ApiGroup.values()) {
                        recorder.record(api, 200, MILLI);
                        recorder.record(api, 500, 50 * MILLI);
                    }
                    rounds.round();
                    return true;
                };

        Together.all(Collections.nCopies(8, write));

        assertThat(store.requests(TODAY))
                .hasSize(ApiGroup.values().length)
                .allSatisfy(
                        day -> {
                            assertThat(day.requests()).isEqualTo(16);
                            assertThat(day.failed()).isEqualTo(8);
                            assertThat(day.times().counts().values()).containsExactly(8L, 8L);
                        });
        assertThat(minutes(Part.SERVICE)).isEqualTo("1 of 1");
    }

    @Test
    void aStopWritesWhatWasCountedSinceTheLastMinute() {
        Server server = new Server();
        server.rounds.start();
        server.recorder.record(ApiGroup.CAPTURE, 200, MILLI);

        server.rounds.close();

        assertThat(store.requests(TODAY)).extracting(DayRequests::requests).containsExactly(1L);
        assertThat(minutes(Part.SERVICE)).isEqualTo("1 of 1");
    }

    @Test
    void whatNeverBeganIsStoppedWithoutAWord() {
        Server server = new Server();

        server.rounds.close();

        assertThat(store.minutes(TODAY)).isEmpty();
    }

    @Test
    void whatIsSwitchedOffCountsNothing() {
        RequestRecorder off = new RequestRecorder(new StatusOptions(false), clock);

        off.record(ApiGroup.CAPTURE, 200, MILLI);

        assertThat(off.take()).isEmpty();
    }
}
