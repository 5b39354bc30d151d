package dev.selfsame.server.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured and is not written yet, as while the database is away. Bounded: of a longer
 * outage than a day the first minutes are lost. For one thread.
 */
final class Unwritten {

    private static final int MOST_MINUTES = 24 * 60 * Part.values().length;

    private List<MinuteResult> minutes = new ArrayList<>();
    private Map<Object, DayRequests> requests = new HashMap<>();

    void add(List<DayRequests> counted) {
        counted.forEach(
                each -> requests.merge(List.of(each.day(), each.api()), each, Unwritten::together));
    }

    void addMinutes(List<MinuteResult> measured) {
        minutes.addAll(measured);
        if (minutes.size() > MOST_MINUTES) {
            minutes.subList(0, minutes.size() - MOST_MINUTES).clear();
        }
    }

    StatusBatch batch() {
        return new StatusBatch(List.copyOf(requests.values()), minutes);
    }

    /** What is in the batch was written. */
    void clear() {
        minutes = new ArrayList<>();
        requests = new HashMap<>();
    }

    private static DayRequests together(DayRequests one, DayRequests other) {
        return new DayRequests(
                one.day(),
                one.api(),
                one.requests() + other.requests(),
                one.failed() + other.failed(),
                one.refused() + other.refused(),
                LatencyHistogram.sum(List.of(one.times(), other.times())));
    }
}
