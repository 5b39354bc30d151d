package dev.selfsame.server.trial;

import dev.selfsame.server.testing.RedisProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills the store of sessions while a server is asked for more than it can do, starts it again on
 * what it wrote, and judges afterwards what is left.
 *
 * @param matchers clients who have pictures compared
 * @param visitors clients who use sessions
 * @param kills of the store
 * @param between how long the store lives each time
 * @param away how long it is away each time
 * @param patience how soon sessions must be served again
 */
record RedisTrial(
        int matchers, int visitors, int kills, Duration between, Duration away, Duration patience) {

    private static final int JUDGES = 4;
    private static final int MOST_TRIES = 100;

    /**
     * What came of it.
     *
     * @param resumedSeconds from each start of the store to the first call of a session begun after
     *     it that was done, measured when that was answered
     * @param sessions acknowledged
     * @param faces acknowledged and found at the end
     * @param deleted sessions whose deletion was acknowledged
     * @param doubts faces and deletions of which nobody was told whether they were done
     */
    record Findings(
            Replies replies,
            List<Double> resumedSeconds,
            int sessions,
            int faces,
            int deleted,
            int doubts) {}

    /** Runs it to the end. */
    Findings run(SessionApi api, RedisProcess redis, byte[] first, byte[] second)
            throws IOException, InterruptedException {
        Replies replies = new Replies();
        List<String> faces = List.of(read(api, first), read(api, second));
        CountDownLatch over = new CountDownLatch(1);
        List<Double> resumed;
        List<Future<List<KeptSession>>> visits = new ArrayList<>();
        List<Future<Integer>> matches = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < visitors; i++) {
                Random random = new Random(i);
                visits.add(pool.submit(new SessionVisitor(api, faces, replies, over, random)));
            }
            for (int i = 0; i < matchers; i++) {
                matches.add(pool.submit(new MatchVisitor(api, first, second, replies, over)));
            }
            try {
                resumed = disturb(redis, replies, over);
            } finally {
                over.countDown();
            }
        }
        all(matches);
        List<KeptSession> sessions = all(visits).stream().flatMap(List::stream).toList();
        return findings(replies, resumed, sessions, judge(api, replies, sessions));
    }

    private static String read(SessionApi api, byte[] picture)
            throws IOException, InterruptedException {
        Reply reply = api.face(picture);
        // why again: a worker that is slow to start makes the server busy
        for (int left = MOST_TRIES; reply.isBusy() && left > 0; left--) {
            reply = api.face(picture);
        }
        if (!reply.isDone()) {
            throw new IOException("no face to begin with: " + reply);
        }
        return reply.body();
    }

    private List<Double> disturb(RedisProcess redis, Replies replies, CountDownLatch over)
            throws InterruptedException {
        List<Double> resumed = new ArrayList<>();
        stay(over, between);
        for (int i = 0; i < kills; i++) {
            replies.storeIsAway(true);
            redis.kill();
            stay(over, away);
            redis.startAgain();
            long began = System.nanoTime();
            if (!replies.awaitSessionDone(began, patience)) {
                replies.violation("no session was served within " + patience);
            }
            resumed.add(Replies.seconds(System.nanoTime() - began));
            replies.storeIsAway(false);
            stay(over, between);
        }
        return List.copyOf(resumed);
    }

    private static void stay(CountDownLatch over, Duration time) throws InterruptedException {
        boolean _ = over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int judge(SessionApi api, Replies replies, List<KeptSession> sessions)
            throws IOException, InterruptedException {
        List<Future<Integer>> found = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            int each = Math.max(1, Math.ceilDiv(sessions.size(), JUDGES));
            for (int from = 0; from < sessions.size(); from += each) {
                List<KeptSession> some =
                        sessions.subList(from, Math.min(sessions.size(), from + each));
                found.add(pool.submit(new SessionJudge(api, replies, some)));
            }
        }
        return all(found).stream().mapToInt(Integer::intValue).sum();
    }

    private static Findings findings(
            Replies replies, List<Double> resumed, List<KeptSession> sessions, int faces) {
        int deleted = 0;
        int doubts = 0;
        for (KeptSession session : sessions) {
            deleted += session.isDeleted() ? 1 : 0;
            doubts += session.doubts() + (session.isPerhapsDeleted() ? 1 : 0);
        }
        return new Findings(replies, resumed, sessions.size(), faces, deleted, doubts);
    }

    private static <T> List<T> all(List<Future<T>> futures)
            throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IOException("a client failed", e);
            }
        }
        return results;
    }
}
