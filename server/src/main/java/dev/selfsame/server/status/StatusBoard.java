package dev.selfsame.server.status;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.status.StatusReport.ApiReport;
import dev.selfsame.server.status.StatusReport.DayFigures;
import dev.selfsame.server.status.StatusReport.DayReport;
import dev.selfsame.server.status.StatusReport.PartReport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What there is to report, made anew at most every {@link #AGE} however many ask. While one asks
 * the store all others get what was reported before. Safe for any number of threads.
 */
public final class StatusBoard {

    /** How old a report may be. */
    public static final Duration AGE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final StatusStore store;
    private final StatusRounds rounds;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock: what is shown while the store does not answer
    private History history = new History(List.of(), List.of());
    private volatile @Nullable StatusReport last;

    private record History(List<DayMinutes> minutes, List<DayRequests> requests) {}

    public StatusBoard(StatusStore store, StatusRounds rounds, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.rounds = Objects.requireNonNull(rounds, "rounds");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The report; the same object as long as it is the same report. */
    public StatusReport current() {
        StatusReport known = last;
        if (known != null && isFresh(known)) {
            return known;
        }
        if (known != null && !lock.tryLock()) {
            return known;
        }
        if (known == null) {
            lock.lock();
        }
        try {
            StatusReport meanwhile = last;
            if (meanwhile == null || !isFresh(meanwhile)) {
                meanwhile = made();
                last = meanwhile;
            }
            return meanwhile;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(StatusReport report) {
        return Duration.between(report.made(), clock.instant()).compareTo(AGE) < 0;
    }

    private StatusReport made() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LocalDate> days =
                IntStream.range(0, StatusReport.DAYS)
                        .mapToObj(i -> today.minusDays(StatusReport.DAYS - 1L - i))
                        .toList();
        try {
            LocalDate from = days.getFirst();
            history = new History(store.minutes(from), store.requests(from));
        } catch (Problem e) {
            LOG.info("the status page shows what was known before: {}", e.getMessage());
        }
        Map<Part, PartState> states = rounds.states();
        // why now and not before: asking may have taken a while
        Instant made = clock.instant();
        return new StatusReport(
                made,
                Arrays.stream(Part.values())
                        .map(part -> part(part, states.getOrDefault(part, PartState.UNKNOWN), days))
                        .toList(),
                Arrays.stream(ApiGroup.values()).map(api -> api(api, days)).toList());
    }

    private PartReport part(Part part, PartState state, List<LocalDate> days) {
        Map<LocalDate, DayMinutes> known =
                history.minutes().stream()
                        .filter(it -> it.part() == part && it.measured() > 0)
                        .collect(Collectors.toMap(DayMinutes::day, Function.identity()));
        List<DayReport> reports = days.stream().map(day -> day(day, known.get(day))).toList();
        List<DayMinutes> shown = days.stream().map(known::get).filter(Objects::nonNull).toList();
        long measured = shown.stream().mapToLong(DayMinutes::measured).sum();
        long passed = shown.stream().mapToLong(DayMinutes::passed).sum();
        return new PartReport(
                part, state, measured == 0 ? null : (double) passed / measured, reports);
    }

    private static DayReport day(LocalDate day, @Nullable DayMinutes minutes) {
        return minutes == null
                ? new DayReport(day, null, 0)
                : new DayReport(
                        day, (double) minutes.passed() / minutes.measured(), minutes.measured());
    }

    private ApiReport api(ApiGroup api, List<LocalDate> days) {
        List<DayRequests> known =
                history.requests().stream()
                        .filter(it -> it.api() == api && days.contains(it.day()))
                        .toList();
        return new ApiReport(
                api,
                Figures.of(known.stream().filter(it -> it.day().equals(days.getLast())).toList()),
                Figures.of(known),
                known.stream()
                        .map(it -> new DayFigures(it.day(), Figures.of(List.of(it))))
                        .toList());
    }
}
