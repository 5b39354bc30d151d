package dev.selfsame.server.status;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests took how long. Bucket 0 ends at a millisecond, each further one at the square
 * root of two times as much, 30 at 32.8 s; the last one has no end.
 *
 * @param counts by bucket, 0..{@value #LAST}; those without a request may be absent
 */
public record LatencyHistogram(SortedMap<Integer, Long> counts) {

    /** The last bucket. */
    public static final int LAST = 31;

    /** Of no request. */
    public static final LatencyHistogram NONE = new LatencyHistogram(new TreeMap<>());

    private static final double FIRST_END_NANOS = 1e6;

    public LatencyHistogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        if (!counts.isEmpty() && (counts.firstKey() < 0 || counts.lastKey() > LAST)) {
            throw new IllegalArgumentException(
                    "buckets: %d..%d (expected: 0..%d)"
                            .formatted(counts.firstKey(), counts.lastKey(), LAST));
        }
    }

    /** The bucket of a time. */
    public static int bucket(long nanos) {
        int bucket = 0;
        while (bucket < LAST && nanos > end(bucket)) {
            bucket++;
        }
        return bucket;
    }

    /** All of these together. */
    public static LatencyHistogram sum(Collection<LatencyHistogram> parts) {
        SortedMap<Integer, Long> sum = new TreeMap<>();
        parts.forEach(part -> part.counts.forEach((bucket, n) -> sum.merge(bucket, n, Long::sum)));
        return new LatencyHistogram(sum);
    }

    /**
     * The time that this share of the requests did not exceed, read off between the ends of its
     * bucket; empty where there is no request. In the last bucket that is its beginning.
     *
     * @param share above 0, up to 1
     */
    public Optional<Duration> quantile(double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        double rank = Math.max(1, Math.ceil(share * all));
        long before = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            long here = entry.getValue();
            if (here > 0 && before + here >= rank) {
                return Optional.of(within(entry.getKey(), (rank - before) / here));
            }
            before += here;
        }
        return Optional.empty();
    }

    private static Duration within(int bucket, double share) {
        double begin = bucket == 0 ? 0 : end(bucket - 1);
        double end = bucket == LAST ? begin : end(bucket);
        return Duration.ofNanos(Math.round(begin + share * (end - begin)));
    }

    private static double end(int bucket) {
        return FIRST_END_NANOS * Math.pow(2, bucket / 2.0);
    }
}
