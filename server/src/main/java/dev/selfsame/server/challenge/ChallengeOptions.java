package dev.selfsame.server.challenge;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.util.Objects;

/**
 * How captures are taken.
 *
 * @param captureTime the longest time from the first frame to the last, 5 s..5 min
 * @param parallelCaptures on this server, 1..10,000; 0 for so many as its workers probably carry
 * @param framesPerSecond that browsers are to send, 2..30
 * @param resultWait how long a request for a result waits for it, 0..30 s
 */
public record ChallengeOptions(
        @Setting(
                        meaning =
                                "the longest from the start of a capture to its last frame; then it"
                                        + " ends as `TIMEOUT`",
                        range = "5s..5m")
                Duration captureTime,
        @Setting(
                        meaning =
                                "captures and recordings at the same time, of each process; 0 for 8"
                                        + " a worker. More are refused",
                        range = "0..10000",
                        unit = "captures")
                int parallelCaptures,
        @Setting(
                        meaning = "what browsers are asked to send",
                        range = "2..30",
                        unit = "frames a second")
                int framesPerSecond,
        @Setting(meaning = "how long a request for a result waits for it", range = "0s..30s")
                Duration resultWait) {

    private static final int PER_WORKER = 8;

    public ChallengeOptions {
        Objects.requireNonNull(captureTime, "captureTime");
        Objects.requireNonNull(resultWait, "resultWait");
        check(
                captureTime.toSeconds() >= 5 && captureTime.toSeconds() <= 300,
                "capture-time: " + captureTime + " (expected: 5s..5m)");
        check(
                parallelCaptures >= 0 && parallelCaptures <= 10_000,
                "parallel-captures: " + parallelCaptures + " (expected: 0..10000)");
        check(
                framesPerSecond >= 2 && framesPerSecond <= 30,
                "frames-per-second: " + framesPerSecond + " (expected: 2..30)");
        check(
                !resultWait.isNegative() && resultWait.toSeconds() <= 30,
                "result-wait: " + resultWait + " (expected: 0s..30s)");
    }

    /** The most captures at once of a server with so many workers. */
    int captures(int workers) {
        return parallelCaptures == 0 ? PER_WORKER * workers : parallelCaptures;
    }

    private static void check(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException("selfsame.challenge." + message);
        }
    }
}
